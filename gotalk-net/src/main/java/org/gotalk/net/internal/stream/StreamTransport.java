package org.gotalk.net.internal.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/**
 * A pair of streams that carries Gotalk. One task reads for as long as the connection is there; each send is a task that
 * writes. Streams that do not stop to block when they are closed keep their threads, but the connection ends all the
 * same.
 *
 * <p>What the listener is told, it is told under {@code delivery}; the other lock guards the state.
 */
public final class StreamTransport implements Transport {

    private static final int NORMAL = 1000;
    private static final int ABNORMAL = 1006;
    private static final int CHUNK = 16 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final Executor threads;
    private final AtomicLong progress = new AtomicLong();
    private final ReentrantLock delivery = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private boolean paused;

    @GuardedBy("lock")
    private boolean closing;

    @GuardedBy("delivery")
    private boolean ended;

    private @Nullable TransportListener listener; // set by start

    @GuardedBy("lock")
    private @Nullable SendCompletion sending;

    /**
     * A connection that is read from its start on.
     *
     * @param threads runs what blocks: one task for reading, and one for each send
     */
    public StreamTransport(InputStream in, OutputStream out, Executor threads) {
        this.in = in;
        this.out = out;
        this.threads = threads;
    }

    @Override
    public void start(TransportListener newListener) {
        listener = newListener;
        threads.execute(this::read);
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        if (!begin(completion)) {
            completion.failed(new IOException("the connection has ended"));
            return;
        }
        try {
            threads.execute(() -> write(frames));
        } catch (RejectedExecutionException e) {
            failed(new IOException("no free thread to write", e));
        }
    }

    @Override
    public long sendProgress() {
        return progress.get();
    }

    @Override
    public void pauseReading() {
        pause(true);
    }

    @Override
    public void resumeReading() {
        pause(false);
    }

    @Override
    public void close(int code, String reason) {
        closing();
        try {
            threads.execute(() -> end(NORMAL, reason));
        } catch (RejectedExecutionException e) {
            end(NORMAL, reason);
        }
    }

    @Override
    public boolean supportsFullProtocol() {
        return true;
    }

    private void read() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (!deliver(ByteBuffer.wrap(chunk, 0, count))) {
                    return;
                }
            }
            tellEnd();
        } catch (IOException e) {
            end(ABNORMAL, String.valueOf(e.getMessage()));
        }
    }

    /** Returns when all of it was taken; false when the connection has ended. */
    private boolean deliver(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (!mayRead()) {
                return false;
            }
            delivery.lock();
            try {
                if (ended) {
                    return false;
                }
                listener().received(bytes, Boundary.NONE);
            } finally {
                delivery.unlock();
            }
        }
        return true;
    }

    /** Waits while reading is paused; false at the end. */
    private boolean mayRead() {
        lock.lock();
        try {
            while (paused && !closing) {
                changed.awaitUninterruptibly();
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private void tellEnd() {
        delivery.lock();
        try {
            if (!ended) {
                listener().receivedEnd();
            }
        } finally {
            delivery.unlock();
        }
    }

    private boolean begin(SendCompletion completion) {
        lock.lock();
        try {
            if (!closing) {
                sending = completion;
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Frame> frames) {
        try {
            WritableByteChannel channel = Channels.newChannel(out);
            for (Frame frame : frames) {
                write(channel, frame.header().duplicate());
                write(channel, frame.payload().duplicate());
            }
            out.flush();
        } catch (IOException e) {
            failed(e);
            return;
        }
        SendCompletion completion = takeSending();
        if (completion != null) {
            completion.sent();
        }
    }

    private void write(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + CHUNK));
            progress.addAndGet(channel.write(bytes));
        }
    }

    private void failed(IOException cause) {
        SendCompletion completion = takeSending();
        if (completion != null) {
            completion.failed(cause);
        }
    }

    private @Nullable SendCompletion takeSending() {
        lock.lock();
        try {
            SendCompletion completion = sending;
            sending = null;
            return completion;
        } finally {
            lock.unlock();
        }
    }

    /** Closing a stream may block for as long as somebody uses it, so everybody is told before. */
    private void end(int code, String detail) {
        closing();
        delivery.lock();
        try {
            if (ended) {
                return;
            }
            ended = true;
            failed(new IOException("the connection has ended"));
            listener().closed(code, detail);
        } finally {
            delivery.unlock();
        }
        close(out);
        close(in);
    }

    private void pause(boolean newPaused) {
        lock.lock();
        try {
            paused = newPaused;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void closing() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void close(Closeable stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // What could not be flushed is lost with the connection.
        }
    }

    private TransportListener listener() {
        if (listener == null) {
            throw new IllegalStateException("the transport was not started");
        }
        return listener;
    }
}
