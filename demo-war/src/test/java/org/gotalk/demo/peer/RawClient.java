package org.gotalk.demo.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A WebSocket client that speaks bytes: the test is the protocol's other side. In strings a character is a byte. Whatever
 * waits does so for a bounded time, and fails at once when the connection has ended.
 */
public final class RawClient implements AutoCloseable {

    /** A WebSocket message of the server. */
    public record Heard(boolean isText, String bytes) {}

    private static final int NORMAL = 1000;

    private final WebSocket socket;
    private final Hearing hearing;

    RawClient(WebSocket socket, Hearing hearing) {
        this.socket = socket;
        this.hearing = hearing;
    }

    /** In our own framing, with the versions said. {@link Handshake} has other ways to connect. */
    public static RawClient connected(URI application) throws Exception {
        return Handshake.packed(application).connect();
    }

    /** In the reference's framing, with the versions said. */
    public static RawClient reference(URI application) throws Exception {
        return Handshake.reference(application).connect();
    }

    /** The subprotocol that the server selected; empty where it selected none. */
    public String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Sends a binary message, or the last fragment of one. */
    public RawClient says(String bytes) throws Exception {
        return sent(socket.sendBinary(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)), true));
    }

    /** Sends a fragment of a binary message, which goes on. */
    public RawClient saysFragment(String bytes) throws Exception {
        return sent(socket.sendBinary(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)), false));
    }

    /** Sends a text message, or the last fragment of one, of the characters that these bytes are in UTF-8. */
    public RawClient saysText(String bytes) throws Exception {
        return sent(socket.sendText(new String(bytes.getBytes(ISO_8859_1), UTF_8), true));
    }

    /** Sends a fragment of a text message, which goes on. */
    public RawClient saysTextFragment(String bytes) throws Exception {
        return sent(socket.sendText(new String(bytes.getBytes(ISO_8859_1), UTF_8), false));
    }

    private RawClient sent(CompletableFuture<WebSocket> sending) throws Exception {
        try {
            sending.get(Hearing.LONGEST_SECONDS, TimeUnit.SECONDS);
            return this;
        } catch (ExecutionException e) {
            throw new AssertionError("nothing could be sent; " + hearing.state(), e.getCause());
        }
    }

    /** The next bytes are these. */
    public RawClient hears(String expected) throws InterruptedException {
        assertThat(hearing.next(expected.length(), Hearing.quoted(expected))).isEqualTo(expected);
        return this;
    }

    /** The next bytes, in however many messages they come. */
    public String next(int bytes) throws InterruptedException {
        return hearing.next(bytes, bytes + " bytes");
    }

    /** The payload whose size comes next. */
    public String nextPayload() throws InterruptedException {
        return next(Integer.parseInt(next(8), 16));
    }

    /** The next bytes, or where the connection ends before them, the code that the server closed with. */
    public String nextOrCloseCode(int bytes) throws InterruptedException {
        return hearing.endsBefore(bytes) ? String.valueOf(closeCode()) : next(bytes);
    }

    /** The bytes that have come and were not read. */
    public String rest() {
        return hearing.rest();
    }

    /** All WebSocket messages that have come, read or not. */
    public List<Heard> messages() throws InterruptedException {
        return messages(0);
    }

    /** The same, once there are so many. */
    public List<Heard> messages(int atLeast) throws InterruptedException {
        return hearing.messages(atLeast);
    }

    /** The result of a request with no payload. Passes over notifications, which may be about others' connections. */
    public String ask(String operation) throws Exception {
        says("r0001%03x%s00000000".formatted(operation.length(), operation));
        String type = next(1);
        while (type.equals("n")) {
            next(Integer.parseInt(next(3), 16));
            nextPayload();
            type = next(1);
        }
        String header = type + next(4) + (type.equals("e") ? next(8) : "");
        String payload = nextPayload();
        if (!header.equals("R0001")) {
            throw new AssertionError("\"%s\" was answered with %s %s".formatted(operation, header, payload));
        }
        return payload;
    }

    /** Waits for the server to close; its code. */
    public int closeCode() throws InterruptedException {
        return hearing.closeCode();
    }

    /** Closes normally; the code of the server's answer. */
    public int closes() throws Exception {
        return sent(socket.sendClose(NORMAL, "")).closeCode();
    }

    /** Goes without a word. */
    public void vanishes() {
        socket.abort();
        hearing.ended("the client went");
    }

    @Override
    public void close() {
        vanishes();
    }
}
