package org.gotalk.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gotalk.engine.Scheduler;
import org.gotalk.net.socket.Sockets;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.testing.RecordingChannel.Sent;
import org.gotalk.transport.Transport;
import org.gotalk.wire.Payload;

/** Over a real socket. It waits for each byte to come through, so that a test sees the same as without a network. */
final class SocketLine implements Line {

    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final Sockets sockets;
    private final SocketChannel recorded;
    private final SteppedTransport transport;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private long said;

    private SocketLine(ServerSocketChannel server, SocketAddress address) throws IOException {
        sockets = new Sockets(1, task -> new Thread(task, "replay"), Scheduler.on(time));
        recorded = SocketChannel.open(address);
        transport = new SteppedTransport(sockets.adopt(server.accept()));
    }

    static SocketLine tcp() throws IOException {
        try (ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return new SocketLine(server, server.getLocalAddress());
        }
    }

    static SocketLine unix() throws IOException {
        Path folder = Files.createTempDirectory("replay");
        Path file = folder.resolve("socket");
        try (ServerSocketChannel server =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(file))) {
            return new SocketLine(server, server.getLocalAddress());
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public void plays(Step step) throws IOException {
        if (step.isData()) {
            ByteBuffer bytes = ByteBuffer.wrap(step.content().bytes());
            said += bytes.remaining();
            while (bytes.hasRemaining()) {
                recorded.write(bytes);
            }
            transport.awaitReceived(said);
        } else {
            byte[] unused = hearAll();
            recorded.close();
            transport.awaitEnd();
        }
    }

    @Override
    public List<Sent> heard() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(hearAll());
        List<Sent> sent = new ArrayList<>();
        for (int size : transport.pieces()) {
            byte[] piece = new byte[size];
            bytes.get(piece);
            sent.add(new Sent(false, Payload.of(piece)));
        }
        return sent;
    }

    @Override
    public Optional<Integer> closeCode() {
        return transport.closeCode();
    }

    @Override
    public void close() throws IOException {
        recorded.close();
        sockets.close();
        time.shutdownNow();
    }

    /** Reads what our side has sent; the network has all of it already. */
    private byte[] hearAll() throws IOException {
        int sent = transport.pieces().stream().mapToInt(Integer::intValue).sum();
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        while (heard.size() < sent && recorded.read(buffer.clear()) >= 0) {
            heard.write(buffer.array(), 0, buffer.position());
        }
        return heard.toByteArray();
    }
}
