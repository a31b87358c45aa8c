package org.gotalk.testing.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;

/** One end of a connection as a test uses it: what it heard, and a wait for it. */
public final class Side implements TransportListener {

    private static final long LONGEST_SECONDS = 20;

    private final Transport transport;
    private final AtomicInteger inside = new AtomicInteger();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream(); // guarded by this
    private final List<String> faults = new ArrayList<>(); // guarded by this
    private int takes = Integer.MAX_VALUE; // bytes until it pauses; guarded by this
    private int ends; // guarded by this
    private int closes; // guarded by this
    private int closeCode; // guarded by this

    public Side(Transport transport) {
        this.transport = transport;
        transport.start(this);
    }

    public Transport transport() {
        return transport;
    }

    /** Sends one frame; completes when the network has it. */
    public CompletableFuture<Void> says(byte[] bytes) {
        return says(List.of(new Frame(ByteBuffer.wrap(bytes), ByteBuffer.allocate(0))));
    }

    public CompletableFuture<Void> says(String bytes) {
        return says(bytes.getBytes(ISO_8859_1));
    }

    /** On a thread of its own where a slow peer may hold it up. */
    CompletableFuture<Void> says(List<Frame> frames) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        if (transport.sendsMayWait()) {
            Thread sending = new Thread(() -> send(frames, sent));
            sending.setDaemon(true);
            sending.start();
        } else {
            send(frames, sent);
        }
        return sent;
    }

    private void send(List<Frame> frames, CompletableFuture<Void> sent) {
        transport.send(frames, new SendCompletion() {
            @Override
            public void sent() {
                sent.complete(null);
            }

            @Override
            public void failed(Throwable cause) {
                sent.completeExceptionally(cause);
            }
        });
    }

    /** Waits for a send to be over. */
    public static void done(CompletableFuture<Void> sending) throws Exception {
        sending.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Takes so many bytes more, then pauses reading. */
    public synchronized void takesNoMoreThan(int bytes) {
        takes = bytes;
    }

    public void readsOn() {
        synchronized (this) {
            takes = Integer.MAX_VALUE;
        }
        transport.resumeReading();
    }

    synchronized void hearsAtLeast(int bytes) throws InterruptedException {
        await("%d bytes".formatted(bytes), () -> heard.size() >= bytes);
    }

    /** All that was heard, once it is so many bytes. */
    public synchronized byte[] hears(int bytes) throws InterruptedException {
        hearsAtLeast(bytes);
        return heard.toByteArray();
    }

    public synchronized String hearsText(int bytes) throws InterruptedException {
        return new String(hears(bytes), ISO_8859_1);
    }

    synchronized int heardBytes() {
        return heard.size();
    }

    /** Waits for the peer to stop sending. */
    public synchronized void hearsTheEnd() throws InterruptedException {
        await("the end of what the peer sends", () -> ends == 1);
    }

    /** Waits for the end in either form; whether it is that of the peer's direction alone. */
    synchronized boolean endsByDirection() throws InterruptedException {
        await("an end", () -> ends > 0 || closes > 0);
        return closes == 0;
    }

    /** Waits for the end of the connection; its code. */
    public synchronized int closeCode() throws InterruptedException {
        await("the end of the connection", () -> closes > 0);
        return closeCode;
    }

    /** What broke the rules of a listener: calls at once, bytes after the end, more than one end. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        alone(() -> {
            check(closes == 0 && ends == 0, "bytes after the end");
            int taken = Math.min(takes, bytes.remaining());
            takes -= taken;
            for (int i = 0; i < taken; i++) {
                heard.write(bytes.get());
            }
            if (takes == 0) {
                transport.pauseReading();
            }
        });
    }

    @Override
    public void receivedEnd() {
        alone(() -> check(++ends == 1 && closes == 0, "an end too many"));
    }

    @Override
    public void closed(int code, String detail) {
        alone(() -> {
            check(++closes == 1, "closed twice");
            closeCode = code;
        });
    }

    private void alone(Runnable action) {
        boolean isAlone = inside.incrementAndGet() == 1;
        synchronized (this) {
            check(isAlone, "two calls at once");
            action.run();
            notifyAll();
        }
        inside.decrementAndGet();
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(what + " did not come; heard " + heard.size() + " bytes, closes " + closes);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
