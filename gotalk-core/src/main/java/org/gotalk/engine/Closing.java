package org.gotalk.engine;

import org.gotalk.CloseReason;

/** Why a connection closes, and since when, in nanoseconds of the scheduler. */
record Closing(CloseReason reason, long since) {}
