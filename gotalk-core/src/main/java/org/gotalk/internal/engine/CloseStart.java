package org.gotalk.internal.engine;

import org.gotalk.CloseReason;

/** Why and when a connection began to close, in nanoseconds of the scheduler. */
record CloseStart(CloseReason reason, long since) {}
