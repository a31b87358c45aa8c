/**
 * The floor under everything: time, order and retries of tasks, and where their failures are logged, on the JDK alone.
 * Knows nothing of the protocol.
 */
@NullMarked
package org.gotalk.internal.concurrent;

import org.jspecify.annotations.NullMarked;
