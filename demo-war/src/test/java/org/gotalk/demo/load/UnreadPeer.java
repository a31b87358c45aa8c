package org.gotalk.demo.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

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

    private final SocketChannel channel;

    /** Opens the WebSocket and says the version. */
    UnreadPeer(URI application) throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, TINY);
        channel.connect(new InetSocketAddress(application.getHost(), application.getPort()));
        String request = "GET " + application.getPath() + "gotalk HTTP/1.1\r\nHost: " + application.getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: gotalk.v1\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
        awaitHead(channel.socket().getInputStream());
        channel.configureBlocking(false);
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

    /** Sends a frame so many times, or as often as the network takes it. */
    UnreadPeer says(int opcode, String payload, int times) throws IOException {
        int length = payload.length();
        if (length >= LONG_PAYLOAD) {
            throw new IllegalArgumentException("a payload of " + length + " bytes is too long");
        }
        ByteBuffer frame = ByteBuffer.allocate(2 + Integer.BYTES + length)
                .put((byte) (FINAL | opcode))
                .put((byte) (MASKED | length))
                .putInt(NO_MASK)
                .put(payload.getBytes(ISO_8859_1))
                .flip();
        boolean isTaken = true;
        for (int i = 0; i < times && isTaken; i++) {
            channel.write(frame.rewind());
            isTaken = !frame.hasRemaining();
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
