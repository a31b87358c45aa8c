package org.gotalk.testing.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A frame of RFC 6455, section 5.2.
 *
 * @param last whether its message ends here
 * @param bytes one character each
 */
public record WebSocketFrame(boolean last, int opcode, String bytes) {

    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    static final int LAST = 0x80;
    static final int MASKED = 0x80;
    static final int TWO_BYTES = 126;
    static final int EIGHT_BYTES = 127;

    public static WebSocketFrame binary(String bytes) {
        return new WebSocketFrame(true, BINARY, bytes);
    }

    public static WebSocketFrame text(String bytes) {
        return new WebSocketFrame(true, TEXT, bytes);
    }

    /** One that begins a message and leaves it open. */
    public WebSocketFrame open() {
        return new WebSocketFrame(false, opcode, bytes);
    }

    /** One that goes on with a message. */
    public static WebSocketFrame more(boolean last, String bytes) {
        return new WebSocketFrame(last, CONTINUATION, bytes);
    }

    public static WebSocketFrame ping(String bytes) {
        return new WebSocketFrame(true, PING, bytes);
    }

    public static WebSocketFrame pong(String bytes) {
        return new WebSocketFrame(true, PONG, bytes);
    }

    /** A goodbye. */
    public static WebSocketFrame close(int code, String reason) {
        return new WebSocketFrame(true, CLOSE, "" + (char) (code >> 8) + (char) (code & 0xff) + reason);
    }

    /** What a goodbye says; 1005 where it says nothing. */
    public int closeCode() {
        return bytes.isEmpty() ? 1005 : bytes.charAt(0) << 8 | bytes.charAt(1);
    }

    /** Writes it as servers do, without a mask. */
    void writeTo(DataOutputStream out) throws IOException {
        out.writeByte((last ? LAST : 0) | opcode);
        if (bytes.length() < TWO_BYTES) {
            out.writeByte(bytes.length());
        } else if (bytes.length() <= 0xffff) {
            out.writeByte(TWO_BYTES);
            out.writeShort(bytes.length());
        } else {
            out.writeByte(EIGHT_BYTES);
            out.writeLong(bytes.length());
        }
        out.write(bytes.getBytes(ISO_8859_1));
        out.flush();
    }
}
