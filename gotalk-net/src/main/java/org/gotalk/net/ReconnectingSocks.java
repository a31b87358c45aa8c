package org.gotalk.net;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.CloseReason;

/** The reconnecting connections of a {@link Gotalk}. Once they are drained, no more are started. */
final class ReconnectingSocks {

    private static final CloseReason STOPPED = CloseReason.of(CloseReason.Code.GOING_AWAY, "the application stops");

    private final Set<DefaultReconnectingSock> socks = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /** Starts a connection. */
    void start(DefaultReconnectingSock sock) {
        if (ended) {
            throw new IllegalStateException("this side was closed");
        }
        socks.add(sock);
        sock.closed().thenAccept(reason -> socks.remove(sock));
        sock.start();
        if (ended) {
            sock.close(STOPPED);
        }
    }

    /** Closes all: open connections when their work is done, others at once. */
    CompletableFuture<Void> drain(Duration grace) {
        ended = true;
        return CompletableFuture.allOf(socks.stream()
                .map(sock -> end(sock, grace).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    private static CompletionStage<CloseReason> end(DefaultReconnectingSock sock, Duration grace) {
        if (sock.isOpen() && !grace.isZero()) {
            return sock.drain(grace);
        }
        sock.close(STOPPED);
        return sock.closed();
    }
}
