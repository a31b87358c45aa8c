package org.gotalk.demo.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** A WebSocket peer that talks and never reads, with as little room for what it is sent as the system gives. */
final class UnreadPeer implements AutoCloseable {

    private static final int TINY = 1024;
    private static final int LONG_PAYLOAD = 126;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int NO_MASK = 0;

    /** Opcodes of frames. */
    static final int BINARY = 2;

    static final int PING = 9;

    /** A peer talks on a thread of its own, since it may be held up as well. */
    private static final Executor THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "a peer that does not read");
        thread.setDaemon(true);
        return thread;
    });

    private final Socket network = new Socket();
    private final OutputStream out;
    private CompletableFuture<Void> said = CompletableFuture.completedFuture(null);

    /** Opens the WebSocket, with TLS where the address says so, and says the version. */
    UnreadPeer(URI application) throws IOException, GeneralSecurityException {
        network.setReceiveBufferSize(TINY);
        network.connect(new InetSocketAddress(application.getHost(), application.getPort()));
        Socket socket = application.getScheme().equals("https") ? AnyServer.tls(network, application) : network;
        out = socket.getOutputStream();
        String request = "GET " + application.getPath() + "gotalk HTTP/1.1\r\nHost: " + application.getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: gotalk.v1\r\n\r\n";
        out.write(request.getBytes(ISO_8859_1));
        awaitHead(socket.getInputStream());
        says(BINARY, "01", 1);
    }

    private static void awaitHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("the server answered the handshake with: " + head.toString(ISO_8859_1));
            }
            head.write(read);
        }
    }

    /** Sends a frame so many times, after what was said before, or until the server ends the connection. */
    UnreadPeer says(int opcode, String payload, int times) {
        int length = payload.length();
        if (length >= LONG_PAYLOAD) {
            throw new IllegalArgumentException("a payload of " + length + " bytes is too long");
        }
        byte[] frame = ByteBuffer.allocate(2 + Integer.BYTES + length)
                .put((byte) (FINAL | opcode))
                .put((byte) (MASKED | length))
                .putInt(NO_MASK)
                .put(payload.getBytes(ISO_8859_1))
                .array();
        said = said.thenRunAsync(() -> write(frame, times), THREADS);
        return this;
    }

    private void write(byte[] frame, int times) {
        try {
            for (int i = 0; i < times; i++) {
                out.write(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the server has ended the connection", e);
        }
    }

    /** Whether frames are still being written. */
    boolean isTalking() {
        return !said.isDone();
    }

    @Override
    public void close() throws IOException {
        network.close();
    }
}
