package org.gotalk.demo.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.gotalk.conformance.Recording;
import org.gotalk.wire.Decoder;
import org.jspecify.annotations.Nullable;

/** A WebSocket client of a test that speaks bytes. In strings a character is a byte. */
final class RawClient implements WebSocket.Listener, AutoCloseable {

    /** A message of the server. */
    record Heard(boolean isText, String bytes) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long LONGEST_SECONDS = 20;
    private static final int NORMAL = 1000;
    private static final int ABNORMAL = 1006;

    private final List<Heard> messages = new ArrayList<>(); // guarded by this
    private final ByteArrayOutputStream message = new ByteArrayOutputStream(); // guarded by this
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream(); // guarded by this
    private final WebSocket socket;
    private int read; // guarded by this
    private int closeCode; // guarded by this

    private RawClient(URI application, String path, String... subprotocols) throws Exception {
        URI endpoint = URI.create("ws" + application.resolve(path).toString().substring("http".length()));
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (subprotocols.length > 0) {
            builder.subprotocols(subprotocols[0]);
        }
        socket = builder.buildAsync(endpoint, this).get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Speaks a plain stream of bytes, and has said nothing yet. */
    static RawClient silent(URI application) throws Exception {
        return new RawClient(application, "gotalk", "gotalk.v1");
    }

    /** The same in the reference's framing. */
    static RawClient silentReference(URI application) throws Exception {
        return new RawClient(application, "gotalk/");
    }

    /** Speaks a plain stream of bytes; the versions have been said. */
    static RawClient connected(URI application) throws Exception {
        return connected(application, "");
    }

    /** The same, with a query string in the address. */
    static RawClient connected(URI application, String query) throws Exception {
        return new RawClient(application, "gotalk" + query, "gotalk.v1")
                .says("01")
                .hears("01");
    }

    /** Speaks the reference's framing; the versions have been said. */
    static RawClient reference(URI application) throws Exception {
        return silentReference(application).says("01").hears("01");
    }

    /** Sends a binary message. */
    RawClient says(String bytes) throws Exception {
        return says(bytes.getBytes(ISO_8859_1));
    }

    /** Sends a binary message. */
    RawClient says(byte[] bytes) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    /** Sends a text message, of the characters that these bytes are in UTF-8. */
    RawClient saysText(byte[] utf8) throws Exception {
        socket.sendText(new String(utf8, StandardCharsets.UTF_8), true).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    /** The next bytes are these. */
    RawClient hears(String expected) throws InterruptedException {
        assertThat(next(expected.length())).isEqualTo(expected);
        return this;
    }

    /** The next bytes, fewer where the connection ends before. */
    synchronized String next(int bytes) throws InterruptedException {
        await(read + bytes);
        String heard = stream.toString(ISO_8859_1);
        String next = heard.substring(read, Math.min(heard.length(), read + bytes));
        read += next.length();
        return next;
    }

    /** The payload whose size comes next. */
    String nextPayload() throws InterruptedException {
        return next(Integer.parseInt(next(8), 16));
    }

    /** Returns when so many bytes have come in all, or the connection is closed, or none of it happens for long. */
    synchronized void await(int bytes) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (stream.size() < bytes && closeCode == 0 && end - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
    }

    /** All WebSocket messages that have come. */
    synchronized List<Heard> messages() {
        return List.copyOf(messages);
    }

    /** All Gotalk messages that have come, as the tables call them. */
    synchronized List<Object> understood() {
        return understood(stream.toByteArray());
    }

    /** What a stream of bytes means. */
    static List<Object> understood(byte[] bytes) {
        Recording recording = new Recording();
        new Decoder(4095, 1 << 20, recording).feed(ByteBuffer.wrap(bytes));
        return recording.events();
    }

    /** Closes normally; returns the code of the server's answer. */
    int closes() throws Exception {
        socket.sendClose(NORMAL, "").get(LONGEST_SECONDS, TimeUnit.SECONDS);
        return closeCode();
    }

    /** Goes without a word. */
    void vanishes() {
        socket.abort();
    }

    /** Waits for the server to close; its code. */
    int closeCode() throws InterruptedException {
        await(Integer.MAX_VALUE);
        synchronized (this) {
            return closeCode;
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return received(from, false, bytes, last);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        return received(from, true, data.toString().getBytes(StandardCharsets.UTF_8), last);
    }

    private synchronized @Nullable CompletionStage<?> received(
            WebSocket from, boolean isText, byte[] bytes, boolean last) {
        stream.writeBytes(bytes);
        message.writeBytes(bytes);
        if (last) {
            messages.add(new Heard(isText, message.toString(ISO_8859_1)));
            message.reset();
        }
        notifyAll();
        from.request(1);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        notifyAll();
        return null;
    }

    @Override
    public synchronized void onError(WebSocket from, Throwable error) {
        closeCode = ABNORMAL;
        notifyAll();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
