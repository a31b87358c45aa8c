package org.gotalk.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.net.internal.socket.Sockets;
import org.gotalk.spi.Transport;

/** Connects over TCP, to the first address of the host that accepts, and to Unix-domain sockets. */
final class SocketDialer implements Dialer {

    private final Threads threads;

    SocketDialer(Threads threads) {
        this.threads = threads;
    }

    @Override
    public CompletionStage<Transport> dial(Address address, ConnectOptions options) {
        Sockets sockets;
        try {
            sockets = threads.sockets();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.supplyAsync(() -> candidates(address), threads.executor())
                .thenCompose(found -> firstThatAnswers(sockets, found.iterator(), options));
    }

    private static CompletionStage<Transport> firstThatAnswers(
            Sockets sockets, Iterator<SocketAddress> candidates, ConnectOptions options) {
        CompletableFuture<Transport> attempt = sockets.connect(candidates.next(), options.timeout());
        return candidates.hasNext()
                ? attempt.exceptionallyCompose(failure -> firstThatAnswers(sockets, candidates, options))
                : attempt;
    }

    private static List<SocketAddress> candidates(Address address) {
        if (address.scheme() == Scheme.UNIX) {
            return List.of(address.file());
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(address.host()))
                    .<SocketAddress>map(host -> new InetSocketAddress(host, address.port()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("unknown host \"" + address.host() + "\"", e));
        }
    }
}
