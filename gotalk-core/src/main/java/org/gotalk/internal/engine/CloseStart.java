package org.gotalk.internal.engine;

import org.gotalk.CloseReason;
import org.jspecify.annotations.Nullable;

/**
 * Why and when a connection began to close.
 *
 * @param isOwn whether this side closes it
 * @param since in nanoseconds of the scheduler
 */
record CloseStart(CloseReason reason, boolean isOwn, long since) {

    static CloseReason reasonOf(@Nullable CloseStart begun) {
        return begun == null ? CloseReason.NORMAL : begun.reason;
    }

    /** Whether this side has told the peer not to come back. */
    static boolean isDismissal(@Nullable CloseStart begun) {
        return begun != null && begun.isOwn && begun.reason.isFinal();
    }

    /** Whether the peer has closed the connection itself, and cleanly. */
    static boolean isByPeer(@Nullable CloseStart begun) {
        return begun != null && !begun.isOwn && begun.reason.isClean();
    }
}
