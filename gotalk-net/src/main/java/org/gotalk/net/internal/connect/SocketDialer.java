package org.gotalk.net.internal.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.net.internal.socket.Sockets;
import org.gotalk.spi.Transport;

/** Connects over TCP, to the first address of the host that accepts, and to Unix-domain sockets. */
final class SocketDialer implements Dialer {

    private final Supplier<List<SocketAddress>> candidates;
    private final Threads threads;

    private SocketDialer(Supplier<List<SocketAddress>> candidates, Threads threads) {
        this.candidates = candidates;
        this.threads = threads;
    }

    static SocketDialer tcp(String host, int port, Threads threads) {
        return new SocketDialer(() -> lookedUp(host, port), threads);
    }

    static SocketDialer unix(UnixDomainSocketAddress file, Threads threads) {
        return new SocketDialer(() -> List.of(file), threads);
    }

    @Override
    public CompletionStage<Transport> dial(Duration timeout) {
        Sockets sockets;
        try {
            sockets = threads.sockets();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.supplyAsync(candidates, threads.executor())
                .thenCompose(found -> firstThatAnswers(sockets, found.iterator(), timeout));
    }

    private static CompletionStage<Transport> firstThatAnswers(
            Sockets sockets, Iterator<SocketAddress> candidates, Duration timeout) {
        CompletableFuture<Transport> attempt = sockets.connect(candidates.next(), timeout);
        return candidates.hasNext()
                ? attempt.exceptionallyCompose(failure -> firstThatAnswers(sockets, candidates, timeout))
                : attempt;
    }

    private static List<SocketAddress> lookedUp(String host, int port) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .<SocketAddress>map(found -> new InetSocketAddress(found, port))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("unknown host \"" + host + "\"", e));
        }
    }
}
