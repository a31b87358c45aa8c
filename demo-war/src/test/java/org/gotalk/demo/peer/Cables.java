package org.gotalk.demo.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What lies between clients and a server. It can be cut, so that either side loses the other without a farewell. */
public final class Cables implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ServerSocket entry;
    private final URI application;

    /** Cables to the server of a web application. */
    public Cables(URI application) throws IOException {
        this.application = application;
        entry = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** The address of the web application through a cable. */
    public URI application() {
        return URI.create("http://localhost:" + entry.getLocalPort() + application.getPath());
    }

    /** Cuts all that there are. */
    public void cut() {
        sockets.forEach(this::close);
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cut();
        threads.shutdown();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entry.accept();
                Socket server = new Socket(application.getHost(), application.getPort());
                sockets.add(client);
                sockets.add(server);
                threads.execute(() -> carry(client, server));
                threads.execute(() -> carry(server, client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut, or ended from the other side.
        }
        close(from);
        close(to);
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone then.
        }
    }
}
