/**
 * Any pair of streams as a connection: those of a process, say. They block, so each connection has a thread that reads.
 * Internal to {@code org.gotalk.net}.
 */
@NullMarked
package org.gotalk.net.internal.stream;

import org.jspecify.annotations.NullMarked;
