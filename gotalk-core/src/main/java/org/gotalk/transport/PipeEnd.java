package org.gotalk.transport;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One end of a {@link Pipe}: an inbox of what the other end sent, delivered one after the other. */
final class PipeEnd implements Transport {

    private static final int NORMAL = 1000;

    private final Executor executor;
    private final Object lock = new Object();
    private final Deque<Runnable> inbox = new ArrayDeque<>(); // guarded by lock
    private boolean delivering; // guarded by lock
    private boolean paused; // guarded by lock
    private boolean closed; // guarded by lock
    private @Nullable TransportListener listener; // guarded by lock
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
        if (!other().post(() -> other().take(frames, completion))) {
            completion.failed(new IllegalStateException("the pipe is closed"));
        }
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
    public boolean takesEveryMessage() {
        return true;
    }

    private void end(int code, String reason) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            inbox.add(() -> listener().closed(code, reason));
        }
        deliver();
    }

    private boolean post(Runnable delivery) {
        synchronized (lock) {
            if (closed) {
                return false;
            }
            inbox.add(delivery);
        }
        deliver();
        return true;
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
            return delivering ? inbox.poll() : null;
        }
    }

    private boolean mayDeliver() {
        return listener != null && !inbox.isEmpty() && (!paused || closed);
    }

    private void take(List<Frame> frames, SendCompletion completion) {
        ByteBuffer[] buffers = frames.stream()
                .flatMap(frame -> Stream.of(frame.header(), frame.payload()))
                .map(ByteBuffer::duplicate)
                .toArray(ByteBuffer[]::new);
        take(buffers, 0, completion);
    }

    private void take(ByteBuffer[] buffers, int from, SendCompletion completion) {
        for (int i = from; i < buffers.length; i++) {
            listener().received(buffers[i], Boundary.NONE);
            if (buffers[i].hasRemaining()) {
                int rest = i;
                synchronized (lock) {
                    inbox.addFirst(() -> take(buffers, rest, completion));
                }
                return;
            }
        }
        completion.sent();
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
            throw new IllegalStateException("the pipe's end has no other");
        }
        return other;
    }
}
