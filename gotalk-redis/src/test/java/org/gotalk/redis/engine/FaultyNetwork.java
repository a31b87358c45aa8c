package org.gotalk.redis.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** Passes connections on to an engine, until it cuts or silences some of them. */
public final class FaultyNetwork implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final ServerSocket server;
    private final int engine;
    private final List<Link> links = new CopyOnWriteArrayList<>();

    /** In front of an engine. */
    public FaultyNetwork(Engine engine) throws IOException {
        this.engine = engine.port();
        server = new ServerSocket();
        server.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        start(this::accept);
    }

    /** Its address, by which the engine is reached. */
    public String address() {
        return "redis://127.0.0.1:" + server.getLocalPort();
    }

    /** Cuts all connections for messages; returns how many there were. */
    public long cutMessages() {
        return cut(link -> link.hasSubscribed);
    }

    /** Cuts all connections for commands; returns how many there were. */
    public long cutCommands() {
        return cut(link -> !link.hasSubscribed);
    }

    private long cut(Predicate<Link> which) {
        List<Link> found = links.stream().filter(which).toList();
        found.forEach(Link::close);
        return found.size();
    }

    /** Has nothing that the engine says arrive any more at connections for messages of now; they stay open. */
    public void silenceMessages() {
        links.stream().filter(link -> link.hasSubscribed).forEach(link -> link.isSilent = true);
    }

    /** Has nothing pass on any connection of now, in either direction, until it is cut. */
    public void stall() {
        links.forEach(link -> link.isStalled = true);
    }

    /** The number of connections. */
    public int size() {
        return links.size();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                Socket target = new Socket();
                target.setReceiveBufferSize(BUFFER);
                try {
                    target.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), engine));
                } catch (IOException e) {
                    client.close();
                    target.close();
                    continue;
                }
                Link link = new Link(client, target);
                links.add(link);
                start(link::fromClient);
                start(link::fromEngine);
            }
        } catch (IOException e) {
            close();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "faulty-network");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        cut(link -> true);
    }

    private final class Link {

        private final Socket client;
        private final Socket engineSide;
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean hasSubscribed;
        private volatile boolean isSilent;
        private volatile boolean isStalled;

        Link(Socket client, Socket engineSide) {
            this.client = client;
            this.engineSide = engineSide;
        }

        void fromClient() {
            pass(client, engineSide, false);
        }

        void fromEngine() {
            pass(engineSide, client, true);
        }

        private void pass(Socket from, Socket to, boolean isFromEngine) {
            byte[] buffer = new byte[BUFFER];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (isStalled) {
                        closed.await();
                    }
                    if (!isFromEngine && new String(buffer, 0, count, ISO_8859_1).contains("\r\nSUBSCRIBE\r\n")) {
                        hasSubscribed = true;
                    }
                    if (!isFromEngine || !isSilent) {
                        out.write(buffer, 0, count);
                    }
                }
            } catch (IOException | InterruptedException e) {
                // Cut, by this or by one of the two.
            } finally {
                close();
            }
        }

        void close() {
            links.remove(this);
            closed.countDown();
            try {
                client.close();
                engineSide.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
