package org.gotalk.internal.engine;

import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;

/** What the life of a connection comes past. Those who wait are given copies, so that nobody else completes these. */
final class LifecycleFutures {

    /** The handshake is done and the application was told; fails when the connection ends before. */
    final CompletableFuture<EngineSock> opened = new CompletableFuture<>();

    /** Nothing comes or goes any more. */
    final CompletableFuture<CloseReason> ended = new CompletableFuture<>();

    /** The application was told of the end, behind everything that came before it. */
    final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
}
