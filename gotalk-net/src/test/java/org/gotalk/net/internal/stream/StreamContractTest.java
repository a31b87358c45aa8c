package org.gotalk.net.internal.stream;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gotalk.spi.Transport;
import org.gotalk.testing.contract.Ends;
import org.gotalk.testing.contract.TransportContract;

/** The streams of blocking sockets. */
class StreamContractTest extends TransportContract {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    protected Ends connect() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
            return new Ends(transport(client), transport(server.accept()));
        }
    }

    private Transport transport(Socket socket) throws Exception {
        return new StreamTransport(socket.getInputStream(), socket.getOutputStream(), threads);
    }

    @Override
    protected void release() {
        threads.shutdown();
    }
}
