package org.gotalk.net.internal.reconnect;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/** The reconnecting connections of a Gotalk. Once they are drained, no more are started. */
public final class ReconnectingSocks {

    private static final CloseReason STOPPED = CloseReason.of(CloseReason.Code.GOING_AWAY, "the application stops");

    private final Set<Sock> socks = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /**
     * Starts a connection.
     *
     * @param start makes the first attempt to connect
     * @throws IllegalStateException if they were drained
     */
    public void start(Sock sock, Runnable start) {
        if (ended) {
            throw new IllegalStateException("this side was closed");
        }
        socks.add(sock);
        sock.closed().thenAccept(reason -> socks.remove(sock));
        start.run();
        if (ended) {
            sock.close(STOPPED);
        }
    }

    /** Closes all: open connections when their work is done, others at once. */
    public CompletableFuture<Void> drain(Duration grace) {
        ended = true;
        return CompletableFuture.allOf(socks.stream()
                .map(sock -> end(sock, grace).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    private static CompletionStage<CloseReason> end(Sock sock, Duration grace) {
        if (sock.isOpen() && !grace.isZero()) {
            return sock.drain(grace);
        }
        sock.close(STOPPED);
        return sock.closed();
    }
}
