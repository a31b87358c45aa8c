package org.gotalk.jakarta;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client that takes down what comes, message by message. */
final class Client implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long LONGEST_SECONDS = 20;

    private final BlockingQueue<Optional<String>> messages = new LinkedBlockingQueue<>(); // nothing at the end
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder unread = new StringBuilder();
    private final StringBuilder message = new StringBuilder();
    private final boolean reads;
    private @Nullable WebSocket socket;

    private Client(boolean reads) {
        this.reads = reads;
    }

    /** Connects; fails as the JDK's client does when the handshake is refused. */
    static Client connect(URI base, String path, String... subprotocols) throws Exception {
        return connect(HTTP.newWebSocketBuilder(), base, path, new Client(true), subprotocols);
    }

    /** A page of an origin. */
    static Client connectFrom(String origin, URI base, String path) throws Exception {
        return connect(HTTP.newWebSocketBuilder().header("Origin", origin), base, path, new Client(true));
    }

    /** One that never reads. */
    static Client connectDeaf(URI base, String path) throws Exception {
        return connect(HTTP.newWebSocketBuilder(), base, path, new Client(false));
    }

    private static Client connect(
            WebSocket.Builder builder, URI base, String path, Client client, String... subprotocols) throws Exception {
        if (subprotocols.length > 0) {
            builder.subprotocols(subprotocols[0], Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
        }
        client.socket = builder.buildAsync(
                        URI.create("ws" + base.resolve(path).toString().substring(4)), client)
                .get(LONGEST_SECONDS, TimeUnit.SECONDS);
        return client;
    }

    String subprotocol() {
        return socket().getSubprotocol();
    }

    /** Sends a binary message. */
    Client send(String bytes) throws Exception {
        return send(bytes, true);
    }

    /** Sends a binary message or a fragment of one. */
    Client send(String bytes, boolean last) throws Exception {
        socket().sendBinary(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.UTF_8)), last)
                .get(LONGEST_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    /** Sends a text message. */
    Client sendText(String text) throws Exception {
        return sendText(text, true);
    }

    /** Sends a text message or a fragment of one. */
    Client sendText(String text, boolean last) throws Exception {
        socket().sendText(text, last).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    /** The next WebSocket message. */
    String nextMessage() throws Exception {
        return messageOrEnd()
                .orElseThrow(() -> new AssertionError("no message came; the connection ended with " + closed));
    }

    /** The next WebSocket message, or where there is none the code that the server closed with. */
    String nextMessageOrCloseCode() throws Exception {
        Optional<String> next = messageOrEnd();
        return next.isPresent() ? next.get() : String.valueOf(closeCode());
    }

    private Optional<String> messageOrEnd() throws InterruptedException {
        Optional<String> next = messages.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("neither a message came nor the end");
        }
        if (next.isEmpty()) {
            messages.add(next);
        }
        return next;
    }

    /** The next characters, in however many messages they come. */
    String next(int characters) throws Exception {
        while (unread.length() < characters) {
            unread.append(nextMessage());
        }
        String next = unread.substring(0, characters);
        unread.delete(0, characters);
        return next;
    }

    /** A request by name, with no payload; its result. To be used with the packed framing, once the version was read. */
    String ask(String operation) throws Exception {
        send("r0001%03x%s00000000".formatted(operation.length(), operation));
        String header = next(13);
        while (header.startsWith("n")) {
            // Connections of other tests may still be ending, of which everybody is told.
            int end = 4 + Integer.parseInt(header.substring(1, 4), 16) + 8;
            header += next(end - header.length());
            next(Integer.parseInt(header.substring(end - 8), 16));
            header = next(13);
        }
        if (!header.startsWith("R0001")) {
            throw new AssertionError(header + next(Integer.parseInt(header.substring(5), 16)));
        }
        return next(Integer.parseInt(header.substring(5), 16));
    }

    /** The code that the server closed with. */
    int closeCode() throws Exception {
        return closed.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        return received(from, StandardCharsets.UTF_8.decode(data), last);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        return received(from, data, last);
    }

    private @Nullable CompletionStage<?> received(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            messages.add(Optional.of(message.toString()));
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        messages.add(Optional.empty());
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
        messages.add(Optional.empty());
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new IllegalStateException("not connected");
        }
        return socket;
    }

    @Override
    public void close() {
        socket().abort();
    }
}
