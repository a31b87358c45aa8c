package org.gotalk.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gotalk.testing.websocket.ServerSide;
import org.gotalk.testing.websocket.WebSocketFrame;

/** A WebSocket at its server's side, as streams: what is written is a binary message, what is read is of any. */
final class RawWebSocket implements RawEnd {

    private final ServerSide side;
    private final List<Integer> opcodes = new CopyOnWriteArrayList<>();
    private volatile OptionalInt closeCode = OptionalInt.empty();

    RawWebSocket(ServerSide side) {
        this.side = side;
    }

    /** For tests of the messages themselves. */
    ServerSide side() {
        return side;
    }

    /** Of the messages that were read as streams. */
    List<Integer> opcodes() {
        return opcodes;
    }

    @Override
    public InputStream in() {
        return new InputStream() {
            private String message = "";

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                while (message.isEmpty()) {
                    if (closeCode.isPresent()) {
                        return -1;
                    }
                    message = nextMessage();
                }
                int count = Math.min(length, message.length());
                System.arraycopy(message.substring(0, count).getBytes(ISO_8859_1), 0, bytes, offset, count);
                message = message.substring(count);
                return count;
            }
        };
    }

    /** Nothing where the frame is the Java peer's goodbye. */
    private String nextMessage() throws IOException {
        WebSocketFrame frame = side.hears();
        if (frame.opcode() == WebSocketFrame.CLOSE) {
            closeCode = OptionalInt.of(frame.closeCode());
            side.says(frame);
            return "";
        }
        opcodes.add(frame.opcode());
        return frame.bytes();
    }

    @Override
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                side.says(WebSocketFrame.binary(new String(bytes, offset, length, ISO_8859_1)));
            }
        };
    }

    @Override
    public OptionalInt closeCode() {
        return closeCode;
    }

    @Override
    public void close() throws IOException {
        side.vanishes();
    }
}
