package org.gotalk.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gotalk.conformance.Bytes;

/**
 * What the test says to a Java peer, and hears of it. In strings a character is a byte. Nothing is read before the test
 * wants to hear something. Each wait for the Java peer is bounded, and over when the connection ends.
 */
final class Conversation implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_SHOWN = 200;

    private final RawEnd end;
    private final StringBuilder heard = new StringBuilder(); // guarded by this
    private int read; // how much of it the test has asked for; guarded by this
    private boolean listening; // guarded by this
    private boolean ended; // guarded by this

    Conversation(RawEnd end) {
        this.end = end;
    }

    Conversation says(String bytes) throws IOException {
        end.out().write(bytes.getBytes(ISO_8859_1));
        end.out().flush();
        return this;
    }

    /** The next bytes are these. */
    Conversation hears(String expected) throws InterruptedException {
        assertThat(next(expected.length())).isEqualTo(expected);
        return this;
    }

    /** The next bytes. */
    synchronized String next(int bytes) throws InterruptedException {
        await(() -> ended || heard.length() - read >= bytes);
        if (heard.length() - read < bytes) {
            throw new AssertionError(
                    bytes + " bytes expected, but " + (ended ? "the end" : "no more") + " came after " + heard());
        }
        read += bytes;
        return heard.substring(read - bytes, read);
    }

    /** The payload whose size comes next. */
    String nextPayload() throws InterruptedException {
        return next(Integer.parseInt(next(8), 16));
    }

    /** Whether there is more to hear, now or a moment later. */
    synchronized boolean hearsSoon() {
        try {
            await(MOMENT, () -> ended || heard.length() > read);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ended || heard.length() > read;
    }

    /** All that comes until the Java peer ends the connection. */
    synchronized String rest() throws InterruptedException {
        await(() -> ended);
        if (!ended) {
            throw new AssertionError("the connection did not end after " + heard());
        }
        String rest = heard.substring(read);
        read = heard.length();
        return rest;
    }

    /** Whatever else it may do, the Java peer has read all that was said, and answers. */
    Conversation goesOn() throws IOException, InterruptedException {
        return says("r~~~~004echo00000001?").hears("R~~~~00000001?");
    }

    /** With which the Java peer has closed the connection, where the transport carries codes. */
    OptionalInt closeCode() {
        return end.closeCode();
    }

    /** Goes without a word. */
    void vanishes() throws IOException {
        end.close();
    }

    @Override
    public void close() throws IOException {
        vanishes();
    }

    /** What was heard and not asked for, for messages of failed tests. */
    private String heard() {
        int shown = Math.min(heard.length(), read + LONGEST_SHOWN);
        return (heard.length() - read) + " bytes: "
                + Bytes.show(heard.substring(read, shown).getBytes(ISO_8859_1));
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        await(LONGEST, condition);
    }

    private void await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        if (!listening) {
            listening = true;
            Thread reader = new Thread(this::listen, "conversation");
            reader.setDaemon(true);
            reader.start();
        }
        long until = System.nanoTime() + patience.toNanos();
        long left = until - System.nanoTime();
        while (!condition.getAsBoolean() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
    }

    private void listen() {
        byte[] chunk = new byte[CHUNK];
        InputStream in = end.in();
        try {
            for (int count = in.read(chunk, 0, CHUNK); count >= 0; count = in.read(chunk, 0, CHUNK)) {
                add(new String(chunk, 0, count, ISO_8859_1));
            }
        } catch (IOException e) {
            // The test has gone, or the Java peer has.
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private synchronized void add(String bytes) {
        heard.append(bytes);
        notifyAll();
    }
}
