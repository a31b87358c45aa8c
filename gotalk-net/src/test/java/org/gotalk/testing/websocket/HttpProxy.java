package org.gotalk.testing.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy that connects to one server of this machine, whatever it is asked for. */
public final class HttpProxy implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int serverPort;
    private final String refusal;
    private final String authorization;

    private HttpProxy(int serverPort, String refusal, String authorization) throws IOException {
        this.serverPort = serverPort;
        this.refusal = refusal;
        this.authorization = authorization;
        threads.execute(this::acceptAll);
    }

    /** A proxy for all. */
    public static HttpProxy to(int serverPort) throws IOException {
        return new HttpProxy(serverPort, "", "");
    }

    /** A proxy for those who send this authorization; the others are answered so. */
    public static HttpProxy to(int serverPort, String authorization, String refusal) throws IOException {
        return new HttpProxy(serverPort, refusal, authorization);
    }

    /** Selects it for all hosts. */
    public ProxySelector selector() {
        return ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What it was asked, head by head. */
    public List<String> heads() {
        return heads;
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket client = listening.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try {
            String head = head(client.getInputStream());
            heads.add(head);
            OutputStream out = client.getOutputStream();
            if (!authorization.isEmpty() && !head.contains("Proxy-Authorization: " + authorization + "\r\n")) {
                out.write(("HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
                client.close();
                return;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            open.add(server);
            out.write("HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n".getBytes(ISO_8859_1));
            threads.execute(() -> pass(server, client));
            pass(client, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        DataInputStream bytes = new DataInputStream(in);
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) bytes.readUnsignedByte());
        }
        return head.toString();
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException closed) {
            // One of them has gone.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
