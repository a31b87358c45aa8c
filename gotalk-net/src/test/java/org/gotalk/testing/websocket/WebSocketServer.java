package org.gotalk.testing.websocket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A WebSocket server that does what a test tells it, frame by frame, on the test's own thread. No wait is endless. */
public final class WebSocketServer implements AutoCloseable {

    static final int LONGEST_MILLIS = (int) TimeUnit.SECONDS.toMillis(20);
    private static final int BACKLOG = 2000;

    private final String scheme;
    private final ServerSocket socket;
    private final List<ServerSide> accepted = new CopyOnWriteArrayList<>();

    /** Listens on this machine alone. */
    public WebSocketServer() {
        this("ws", ServerSocketFactory.getDefault());
    }

    private WebSocketServer(String scheme, ServerSocketFactory sockets) {
        this.scheme = scheme;
        try {
            socket = sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(LONGEST_MILLIS);
        } catch (IOException e) {
            throw new IllegalStateException("no port to listen at", e);
        }
    }

    /** The same, over TLS. */
    public static WebSocketServer secured(SSLContext context) {
        return new WebSocketServer("wss", context.getServerSocketFactory());
    }

    /** Lets those in alone who show a certificate that is trusted. */
    public WebSocketServer askingForCertificates() {
        ((SSLServerSocket) socket).setNeedClientAuth(true);
        return this;
    }

    public URI address() {
        return URI.create(scheme + "://localhost:" + socket.getLocalPort() + "/gotalk");
    }

    /** The next client, whose handshake has been read. */
    public ServerSide accept() throws IOException {
        ServerSide side = acceptSilently();
        side.readHandshake();
        return side;
    }

    /** The next client, of which nothing has been read. */
    public ServerSide acceptSilently() throws IOException {
        ServerSide side = new ServerSide(socket.accept());
        accepted.add(side);
        return side;
    }

    /** Hangs up on all. */
    @Override
    public void close() throws IOException {
        socket.close();
        for (ServerSide side : accepted) {
            side.vanishes();
        }
    }
}
