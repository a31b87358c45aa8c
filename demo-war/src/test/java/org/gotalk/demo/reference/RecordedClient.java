package org.gotalk.demo.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.gotalk.recorded.Segments;
import org.gotalk.recorded.Transcript.Kind;
import org.gotalk.recorded.Transcript.Step;
import org.jspecify.annotations.Nullable;

/** A WebSocket that plays a recorded client's part, and takes down what the server sends. */
final class RecordedClient implements WebSocket.Listener, AutoCloseable {

    /**
     * A message of the server.
     *
     * @param bytes one character each
     */
    record Heard(boolean isText, String bytes) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long LONGEST_SECONDS = 20;
    private static final int NORMAL = 1000;
    private static final int ABNORMAL = 1006;

    private final List<Heard> heard = new ArrayList<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final WebSocket socket;
    private int closeCode;

    /** Connects without a subprotocol, as the reference's clients do. */
    RecordedClient(URI application) throws Exception {
        URI endpoint =
                URI.create("ws" + application.resolve("gotalk/").toString().substring("http".length()));
        socket = HTTP.newWebSocketBuilder().buildAsync(endpoint, this).get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Sends a message of that opcode. */
    void plays(Step step) throws Exception {
        byte[] bytes = step.content().bytes();
        (step.kind() == Kind.TEXT
                        ? socket.sendText(new String(bytes, UTF_8), true)
                        : socket.sendBinary(ByteBuffer.wrap(bytes), true))
                .get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns when so many messages have come, or the connection is closed, or none of it happens for long. */
    synchronized void await(int messages) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (heard.size() < messages && closeCode == 0 && end - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
    }

    /** What the server has sent. */
    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** The same as headers and payloads. */
    List<String> segments() {
        return Segments.of(heard().stream().map(Heard::bytes).toList());
    }

    /** Closes normally; returns the code of the server's answer. */
    int closes() throws Exception {
        socket.sendClose(NORMAL, "").get(LONGEST_SECONDS, TimeUnit.SECONDS);
        return awaitClose();
    }

    /** Waits for the server to close; returns its code. */
    int awaitClose() throws InterruptedException {
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
        return received(from, true, data.toString().getBytes(UTF_8), last);
    }

    private synchronized @Nullable CompletionStage<?> received(
            WebSocket from, boolean isText, byte[] bytes, boolean last) {
        message.writeBytes(bytes);
        if (last) {
            heard.add(new Heard(isText, message.toString(ISO_8859_1)));
            message.reset();
            notifyAll();
        }
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
