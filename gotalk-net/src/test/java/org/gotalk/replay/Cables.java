package org.gotalk.replay;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import org.gotalk.conformance.Role;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.net.internal.socket.Sockets;
import org.gotalk.net.internal.stream.StreamTransport;
import org.gotalk.net.internal.tls.TlsLayer;
import org.gotalk.spi.Transport;
import org.gotalk.testing.Certificates;

/** Lays cables. Our side connects, or the recorded one does, but for streams, which nobody connects. */
final class Cables implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Scheduler scheduler = new SystemScheduler(time);
    private final Sockets sockets = new Sockets(1, task -> new Thread(task, "replay"), scheduler);
    private final Role role;

    private Cables(Role role) throws IOException {
        this.role = role;
    }

    static Cable tcp(Role role) throws IOException {
        try (ServerSocketChannel server = listening()) {
            return new Cables(role).between(server);
        }
    }

    static Cable unix(Role role) throws IOException {
        Path folder = Files.createTempDirectory("replay");
        Path file = folder.resolve("socket");
        try (ServerSocketChannel server =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(file))) {
            return new Cables(role).between(server);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    static Cable tls(Role role) throws IOException {
        try (ServerSocketChannel server = listening()) {
            return new Cables(role).secured(server);
        }
    }

    static Cable streams() throws IOException {
        Cables cables = new Cables(Role.SERVER);
        Pipe toUs = Pipe.open();
        Pipe fromUs = Pipe.open();
        Transport ours = new StreamTransport(
                Channels.newInputStream(toUs.source()), Channels.newOutputStream(fromUs.sink()), cables.threads);
        return new Cable(
                ours,
                Channels.newInputStream(fromUs.source()),
                Channels.newOutputStream(toUs.sink()),
                toUs.sink(),
                cables);
    }

    private static ServerSocketChannel listening() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private Cable between(ServerSocketChannel server) throws IOException {
        Ends ends = ends(server);
        SocketChannel recorded = ends.recorded;
        // Nobody reads and writes at the same time here, which the JDK's streams of channels do not do.
        return new Cable(
                ends.ours, Channels.newInputStream(recorded), Channels.newOutputStream(recorded), recorded, this);
    }

    private Cable secured(ServerSocketChannel server) throws IOException {
        Ends ends = ends(server);
        SSLEngine engine = Certificates.context().createSSLEngine();
        engine.setUseClientMode(role == Role.CLIENT);
        CompletableFuture<? extends Transport> ours =
                new TlsLayer(threads, scheduler).secure(ends.ours, engine, PATIENCE);
        Socket plain = ends.recorded.socket();
        SSLSocket recorded =
                (SSLSocket) Certificates.context().getSocketFactory().createSocket(plain, "localhost", 0, true);
        recorded.setUseClientMode(role == Role.SERVER);
        recorded.startHandshake();
        return new Cable(done(ours), recorded.getInputStream(), recorded.getOutputStream(), recorded, this);
    }

    private Ends ends(ServerSocketChannel server) throws IOException {
        SocketAddress address = server.getLocalAddress();
        if (role == Role.SERVER) {
            SocketChannel recorded = SocketChannel.open(address);
            return new Ends(sockets.adopt(server.accept()), recorded);
        }
        CompletableFuture<? extends Transport> connecting = sockets.connect(address, PATIENCE);
        SocketChannel recorded = server.accept();
        return new Ends(done(connecting), recorded);
    }

    private static Transport done(CompletableFuture<? extends Transport> connecting) throws IOException {
        try {
            return connecting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException("there is no connection", e);
        }
    }

    @Override
    public void close() {
        sockets.close();
        threads.shutdown();
        time.shutdownNow();
    }

    private record Ends(Transport ours, SocketChannel recorded) {}
}
