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

    /**
     * Whether the peer may be back soon: not if it has left, nor if this side has ended what they had.
     *
     * @param isCut whether the end of what the peer sends came without a word, as from a process that was killed
     */
    static boolean mayComeBack(@Nullable CloseStart begun, boolean isCut) {
        CloseReason reason = reasonOf(begun);
        boolean isByPeer = begun != null && !begun.isOwn && reason.isClean();
        boolean isEnd = reason.isFinal() || (reason.code() == CloseReason.Code.NORMAL && !isCut);
        return !isByPeer && !isEnd;
    }
}
