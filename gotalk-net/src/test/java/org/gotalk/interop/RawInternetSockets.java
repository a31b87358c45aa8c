package org.gotalk.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;

/** TCP, and TLS over it. */
final class RawInternetSockets implements RawSockets {

    private static final int LONGEST_MILLIS = (int) TimeUnit.SECONDS.toMillis(20);

    private final String scheme;
    private final ServerSocket server;
    private final SocketFactory clients;

    private RawInternetSockets(String scheme, ServerSocketFactory servers, SocketFactory clients) throws IOException {
        this.scheme = scheme;
        this.clients = clients;
        server = servers.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(LONGEST_MILLIS);
    }

    static RawSockets tcp() throws IOException {
        return new RawInternetSockets("tcp", ServerSocketFactory.getDefault(), SocketFactory.getDefault());
    }

    static RawSockets tls() throws IOException {
        return new RawInternetSockets(
                "tls",
                Secrets.ofThisMachine().context().getServerSocketFactory(),
                Secrets.ofThisMachine().context().getSocketFactory());
    }

    @Override
    public String address() {
        return scheme + "://localhost:" + server.getLocalPort();
    }

    @Override
    public String freeAddress() {
        return scheme + "://localhost:0";
    }

    @Override
    public RawEnd accept() throws IOException {
        return end(server.accept());
    }

    @Override
    public RawEnd connect(String address) throws IOException {
        URI uri = URI.create(address);
        return end(clients.createSocket(uri.getHost(), uri.getPort()));
    }

    private static RawEnd end(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return RawEnd.of(socket.getInputStream(), socket.getOutputStream(), socket);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
