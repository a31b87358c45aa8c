package org.gotalk.replay;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;

/** A transport whose sends are over when they return, and which knows what has come through. */
final class SteppedTransport implements Transport, TransportListener {

    private static final long LONGEST_SECONDS = 20;
    private static final int NORMAL = 1000;

    private final Transport real;
    private TransportListener listener;
    private long received; // guarded by this
    private final List<Integer> pieces = new ArrayList<>(); // sizes of what was sent; guarded by this
    private boolean ended; // guarded by this
    private int closeCode = NORMAL; // guarded by this

    SteppedTransport(Transport real) {
        this.real = real;
    }

    /** Waits until our side has taken so many bytes. */
    synchronized void awaitReceived(long bytes) {
        await(() -> received >= bytes || ended);
    }

    /** Waits until our side knows that the other has ended. */
    synchronized void awaitEnd() {
        await(() -> ended);
    }

    /** The sizes of the headers and payloads that were sent. */
    synchronized List<Integer> pieces() {
        return List.copyOf(pieces);
    }

    synchronized Optional<Integer> closeCode() {
        return closeCode == NORMAL ? Optional.empty() : Optional.of(closeCode);
    }

    @Override
    public void start(TransportListener newListener) {
        listener = newListener;
        real.start(this);
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        CompletableFuture<Void> sending = new CompletableFuture<>();
        real.send(frames, new SendCompletion() {
            @Override
            public void sent() {
                sending.complete(null);
            }

            @Override
            public void failed(Throwable cause) {
                sending.completeExceptionally(cause);
            }
        });
        try {
            sending.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            completion.failed(e);
            return;
        }
        synchronized (this) {
            for (Frame frame : frames) {
                pieces.add(frame.header().remaining());
                if (frame.payload().hasRemaining()) {
                    pieces.add(frame.payload().remaining());
                }
            }
        }
        completion.sent();
    }

    @Override
    public void pauseReading() {
        real.pauseReading();
    }

    @Override
    public void resumeReading() {
        real.resumeReading();
    }

    @Override
    public void close(int code, String reason) {
        synchronized (this) {
            closeCode = code;
        }
        real.close(code, reason);
    }

    @Override
    public boolean supportsFullProtocol() {
        return real.supportsFullProtocol();
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        int before = bytes.remaining();
        listener.received(bytes, boundary);
        count(before - bytes.remaining(), false);
    }

    @Override
    public void receivedEnd() {
        listener.receivedEnd();
        count(0, true);
    }

    @Override
    public void closed(int code, String detail) {
        listener.closed(code, detail);
        count(0, true);
    }

    private synchronized void count(int bytes, boolean end) {
        received += bytes;
        ended |= end;
        notifyAll();
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        try {
            while (!condition.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("our side has taken " + received + " bytes and no more came");
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
