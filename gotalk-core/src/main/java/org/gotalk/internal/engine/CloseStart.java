package org.gotalk.internal.engine;

import org.gotalk.CloseReason;

/**
 * Why and when a connection began to close.
 *
 * @param isOwn whether this side closes it
 * @param since in nanoseconds of the scheduler
 */
record CloseStart(CloseReason reason, boolean isOwn, long since) {}
