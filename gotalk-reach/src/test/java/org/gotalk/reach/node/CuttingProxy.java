package org.gotalk.reach.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes bytes on between a client and a server, until it is told to cut all connections. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final InetSocketAddress server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    CuttingProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Cuts what is there; new connections are passed on again. */
    void cut() {
        List<Socket> cut = List.copyOf(sockets);
        sockets.removeAll(cut);
        cut.forEach(CuttingProxy::reset);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket passed = new Socket(server.getAddress(), server.getPort());
                for (Socket socket : List.of(client, passed)) {
                    socket.setSoLinger(true, 0); // to close it is to reset it, as a network that fails does
                    sockets.add(socket);
                }
                start(() -> pass(client, passed));
                start(() -> pass(passed, client));
            }
        } catch (IOException e) {
            cut(); // closed
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
