package org.gotalk.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Opens connections, WebSockets too; blocks meanwhile. */
final class Opening {

    private static final int LONGEST_ANSWER = 8192;
    private static final int LEAST_BUFFER = 4096; // so that what is not read stays on the other side

    private Opening() {}

    static SocketChannel open(Target target, Dialect dialect) throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (!dialect.reads()) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, LEAST_BUFFER);
        }
        channel.connect(new InetSocketAddress(target.host(), target.port()));
        channel.socket().setTcpNoDelay(true);
        if (!target.path().isEmpty()) {
            handshake(channel, target, dialect.subprotocol());
        }
        return channel;
    }

    private static void handshake(SocketChannel channel, Target target, String subprotocol) throws IOException {
        String offer = subprotocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
        String request = "GET " + target.path() + " HTTP/1.1\r\nHost: " + target.host() + ":" + target.port()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + offer + "\r\n";
        ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        String answer = head(channel.socket().getInputStream());
        if (!answer.startsWith("HTTP/1.1 101") || !answer.contains(subprotocol)) {
            throw new IOException(target.path() + " answered the handshake with: "
                    + answer.lines().findFirst().orElse("nothing"));
        }
    }

    /** Up to the empty line, and not a byte further. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (head.size() < LONGEST_ANSWER && !head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                break;
            }
            head.write(read);
        }
        return head.toString(ISO_8859_1);
    }
}
