/** The servers, each in a process of its own. */
@NullMarked
package org.gotalk.bench.server;

import org.jspecify.annotations.NullMarked;
