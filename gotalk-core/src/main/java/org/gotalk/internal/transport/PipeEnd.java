package org.gotalk.internal.transport;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/** One end of a {@link Pipe}: an inbox of what the other end sent, delivered in order. */
final class PipeEnd implements Transport {

    private static final int NORMAL = 1000;

    private final Executor executor;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Deque<Delivery> inbox = new ArrayDeque<>(1);

    @GuardedBy("lock")
    private @Nullable Runnable end; // comes last

    @GuardedBy("lock")
    private boolean delivering;

    @GuardedBy("lock")
    private boolean paused;

    @GuardedBy("lock")
    private boolean closed;

    @GuardedBy("lock")
    private @Nullable TransportListener listener;

    private @Nullable PipeEnd other; // set before use, never changed

    PipeEnd(Executor executor) {
        this.executor = executor;
    }

    void join(PipeEnd end) {
        other = end;
    }

    @Override
    public void start(TransportListener newListener) {
        synchronized (lock) {
            listener = newListener;
        }
        deliver();
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        other().take(new Delivery(buffers(frames), 0, completion));
    }

    @Override
    public void pauseReading() {
        synchronized (lock) {
            paused = true;
        }
    }

    @Override
    public void resumeReading() {
        synchronized (lock) {
            paused = false;
        }
        deliver();
    }

    @Override
    public void close(int code, String reason) {
        other().end(code, reason);
        end(NORMAL, reason);
    }

    @Override
    public boolean supportsFullProtocol() {
        return true;
    }

    @Override
    public boolean supportsExtensions() {
        return true;
    }

    /** Delivers what was sent before; what the listener then leaves is dropped, and the send fails. */
    private void end(int code, String reason) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            end = () -> listener().closed(code, reason);
        }
        deliver();
    }

    private void take(Delivery delivery) {
        boolean isTaken;
        synchronized (lock) {
            isTaken = !closed;
            if (isTaken) {
                inbox.add(delivery);
            }
        }
        if (isTaken) {
            deliver();
        } else {
            delivery.fail();
        }
    }

    private void deliver() {
        synchronized (lock) {
            if (delivering || !mayDeliver()) {
                return;
            }
            delivering = true;
        }
        executor.execute(this::run);
    }

    private void run() {
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private @Nullable Runnable next() {
        synchronized (lock) {
            delivering = mayDeliver();
            if (!delivering) {
                return null;
            }
            Delivery delivery = inbox.poll();
            if (delivery != null) {
                return () -> handOn(delivery);
            }
            Runnable last = end;
            end = null;
            return last;
        }
    }

    @GuardedBy("lock")
    private boolean mayDeliver() {
        return listener != null && (end != null || (!inbox.isEmpty() && (!paused || closed)));
    }

    private void handOn(Delivery delivery) {
        List<ByteBuffer> buffers = delivery.buffers();
        for (int i = delivery.next(); i < buffers.size(); i++) {
            listener().received(buffers.get(i), Boundary.NONE);
            if (buffers.get(i).hasRemaining()) {
                keep(new Delivery(buffers, i, delivery.completion()));
                return;
            }
        }
        delivery.completion().sent();
    }

    /** Reading was paused in the middle of a delivery. */
    private void keep(Delivery rest) {
        synchronized (lock) {
            if (!closed) {
                inbox.addFirst(rest);
                return;
            }
        }
        rest.fail();
    }

    private static List<ByteBuffer> buffers(List<Frame> frames) {
        return frames.stream()
                .flatMap(frame -> Stream.of(frame.header(), frame.payload()))
                .map(ByteBuffer::duplicate)
                .toList();
    }

    private TransportListener listener() {
        synchronized (lock) {
            if (listener == null) {
                throw new IllegalStateException("the pipe's end was not started");
            }
            return listener;
        }
    }

    private PipeEnd other() {
        if (other == null) {
            throw new IllegalStateException("the pipe has no other end");
        }
        return other;
    }

    /** Sent buffers that are not consumed yet, from an index on. */
    private record Delivery(List<ByteBuffer> buffers, int next, SendCompletion completion) {

        void fail() {
            completion.failed(new IllegalStateException("the pipe is closed"));
        }
    }
}
