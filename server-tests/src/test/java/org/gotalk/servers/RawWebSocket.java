package org.gotalk.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;

/** A WebSocket frame by frame, as no client library sends them. */
final class RawWebSocket implements AutoCloseable {

    private static final int LONGEST_MILLIS = 30_000;
    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int LENGTH_OF_16_BITS = 126;
    private static final int LENGTH_OF_64_BITS = 127;
    private static final int MASKED = 0x80;
    private static final byte[] MASK = {0, 0, 0, 0}; // leaves the bytes as they are

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final StringBuilder unread = new StringBuilder();
    private boolean hasBegun;
    private int closeCode;

    RawWebSocket(URI endpoint) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setSoTimeout(LONGEST_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(socket.getOutputStream());
        String request = "GET " + endpoint.getPath() + " HTTP/1.1\r\nHost: " + endpoint.getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        out.write(request.getBytes(ISO_8859_1));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            throw new IOException("not connected, but: " + head);
        }
    }

    /** Sends the next fragment of the one binary message, which is never the last. */
    void sendFragment(String bytes) throws IOException {
        out.writeByte(hasBegun ? CONTINUATION : BINARY);
        hasBegun = true;
        if (bytes.length() < LENGTH_OF_16_BITS) {
            out.writeByte(MASKED | bytes.length());
        } else {
            out.writeByte(MASKED | LENGTH_OF_64_BITS);
            out.writeLong(bytes.length());
        }
        out.write(MASK);
        out.write(bytes.getBytes(ISO_8859_1));
    }

    /** The next bytes, in however many frames they come; fewer if the server closes. */
    String read(int length) throws IOException {
        while (unread.length() < length && closeCode == 0) {
            readFrame();
        }
        String bytes = unread.substring(0, Math.min(length, unread.length()));
        unread.delete(0, bytes.length());
        return bytes;
    }

    private void readFrame() throws IOException {
        int opcode = in.readUnsignedByte() & 0xf;
        byte[] payload = new byte[readLength()];
        in.readFully(payload);
        if (opcode == CLOSE) {
            closeCode = ByteBuffer.wrap(payload).getShort();
        } else if (opcode <= BINARY) {
            unread.append(new String(payload, ISO_8859_1));
        }
    }

    private int readLength() throws IOException {
        int length = in.readUnsignedByte();
        return switch (length) {
            case LENGTH_OF_16_BITS -> in.readUnsignedShort();
            case LENGTH_OF_64_BITS -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    /** The code that the server has closed with; 0 if it has not. */
    int closeCode() {
        return closeCode;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
