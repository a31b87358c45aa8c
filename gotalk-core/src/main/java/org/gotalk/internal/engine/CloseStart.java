package org.gotalk.internal.engine;

import org.gotalk.CloseReason;

/** Why a connection closes, and since when, in nanoseconds of the scheduler. */
record CloseStart(CloseReason reason, long since) {}
