package org.gotalk.demo.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gotalk.demo.peer.RawClient.Heard;
import org.jspecify.annotations.Nullable;

/** What a {@link RawClient} was sent. Who waits for more than comes is told why, and at once where the connection ended. */
final class Hearing implements WebSocket.Listener {

    static final long LONGEST_SECONDS = 20;
    private static final int MOST_SHOWN = 200;

    private final boolean isDeaf;
    private final List<Heard> messages = new ArrayList<>(); // guarded by this
    private final StringBuilder message = new StringBuilder(); // guarded by this
    private final StringBuilder stream = new StringBuilder(); // guarded by this
    private int read; // guarded by this
    private String state = "the connection is open still"; // guarded by this
    private boolean ended; // guarded by this
    private int closeCode; // guarded by this

    Hearing(boolean isDeaf) {
        this.isDeaf = isDeaf;
    }

    /** The next bytes, in however many messages they come. */
    synchronized String next(int bytes, String what) throws InterruptedException {
        await(what, () -> unread() >= bytes);
        String next = stream.substring(read, read + bytes);
        read += bytes;
        return next;
    }

    /** Waits for so many bytes; whether the connection ended before. */
    synchronized boolean endsBefore(int bytes) throws InterruptedException {
        await(bytes + " bytes, or the end", () -> unread() >= bytes || ended);
        return unread() < bytes;
    }

    /** The bytes that have come and were not read. */
    synchronized String rest() {
        String rest = stream.substring(read);
        read = stream.length();
        return rest;
    }

    /** All WebSocket messages, once there are so many. */
    synchronized List<Heard> messages(int atLeast) throws InterruptedException {
        await(atLeast + " messages", () -> messages.size() >= atLeast);
        return List.copyOf(messages);
    }

    /** The code that the server closes with. */
    synchronized int closeCode() throws InterruptedException {
        await("a close code", () -> closeCode != 0);
        return closeCode;
    }

    /** How the connection stands. */
    synchronized String state() {
        return state;
    }

    /** Nothing more will come, for this reason. */
    synchronized void ended(String reason) {
        ended = true;
        state = reason;
        notifyAll();
    }

    private int unread() {
        return stream.length() - read;
    }

    private void await(String what, BooleanSupplier hasCome) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!hasCome.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (ended || left <= 0) {
                throw new AssertionError(
                        "%s did not come; %s; not read yet: %s".formatted(what, state, quoted(stream.substring(read))));
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    static String quoted(String bytes) {
        boolean isShort = bytes.length() <= MOST_SHOWN;
        return '"' + (isShort ? bytes : bytes.substring(0, MOST_SHOWN) + "… (" + bytes.length() + ")") + '"';
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (!isDeaf) {
            opened.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        return received(from, false, ISO_8859_1.decode(data), last);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        return received(from, true, new String(data.toString().getBytes(UTF_8), ISO_8859_1), last);
    }

    private synchronized @Nullable CompletionStage<?> received(
            WebSocket from, boolean isText, CharSequence bytes, boolean last) {
        stream.append(bytes);
        message.append(bytes);
        if (last) {
            messages.add(new Heard(isText, message.toString()));
            message.setLength(0);
        }
        notifyAll();
        from.request(1);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        ended("the server closed with " + code + " \"" + reason + "\"");
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended("the connection broke: " + error);
    }
}
