package org.gotalk.internal.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;

/** Futures of the life cycle. Callers get copies, so they cannot complete these. */
final class LifecycleFutures {

    /** The handshake is done and the application has been notified; fails if the connection ends before. */
    final CompletableFuture<EngineSock> opened = new CompletableFuture<>();

    /** The transport has closed. */
    final CompletableFuture<CloseReason> ended = new CompletableFuture<>();

    /** The application has been notified of the close, after all earlier callbacks. */
    final CompletableFuture<CloseReason> closed = new CompletableFuture<>();

    /** A copy of {@link #opened}. */
    CompletionStage<EngineSock> whenOpened() {
        return opened.minimalCompletionStage();
    }

    /** A copy of {@link #ended}. */
    CompletionStage<CloseReason> whenEnded() {
        return ended.minimalCompletionStage();
    }

    /** A copy of {@link #closed}. */
    CompletionStage<CloseReason> whenClosed() {
        return closed.minimalCompletionStage();
    }
}
