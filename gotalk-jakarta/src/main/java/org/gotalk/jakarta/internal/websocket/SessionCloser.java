package org.gotalk.jakarta.internal.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gotalk.internal.concurrent.Scheduler;

/**
 * Closes sessions on a few threads of its own, each within a bounded time. A container writes the close frame on the thread
 * that closes, and waits for a peer that does not read: so that thread is none that serves others, and the connection is cut
 * when the time is over.
 */
public final class SessionCloser implements AutoCloseable {

    static final Logger LOG = System.getLogger("org.gotalk.websocket");

    /** For a peer that is known not to read. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    /** Until a send is tried again that would have had to wait for one of the container's. */
    private static final Duration RETRY = Duration.ofMillis(20);

    /** For a pong that can no longer be written to fail. */
    private static final long MAX_PONG_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int MAX_CLOSING = 8;
    private static final long IDLE_SECONDS = 10;

    private final Scheduler scheduler;
    private final Duration patience;
    private final Executor closing;
    private final Executor cutting;
    private final Runnable end;

    /**
     * A closer without threads, which come and go as they are needed.
     *
     * @param patience time for a peer to take the close frame, and what was sent before it
     */
    public SessionCloser(ThreadFactory threads, Scheduler scheduler, Duration patience) {
        this(pool(MAX_CLOSING, threads), pool(1, threads), scheduler, patience);
    }

    private SessionCloser(ExecutorService closing, ExecutorService cutting, Scheduler scheduler, Duration patience) {
        this(closing, cutting, scheduler, patience, () -> {
            closing.shutdownNow();
            cutting.shutdown();
        });
    }

    /** A closer on threads that others own; the last parameter runs at its end. */
    SessionCloser(Executor closing, Executor cutting, Scheduler scheduler, Duration patience, Runnable end) {
        this.closing = closing;
        this.cutting = cutting;
        this.scheduler = scheduler;
        this.patience = patience;
        this.end = end;
    }

    private static ExecutorService pool(int max, ThreadFactory threads) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(max, max, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Runs what may wait for a peer. At the application's end, what is left is left to the container. */
    Executor threads() {
        return task -> {
            try {
                closing.execute(task);
            } catch (RejectedExecutionException ended) {
                LOG.log(Level.DEBUG, "a session was not closed because the application has ended", ended);
            }
        };
    }

    /**
     * Closes a session that is open. Returns when it is closed, or its connection cut.
     *
     * @param isStuck whether the peer is known not to read
     */
    void close(Session session, CloseReason reason, NetworkConnection connection, boolean isStuck) {
        BlockingCall call = new BlockingCall(connection::stopWriting);
        if (Thread.currentThread().isInterrupted() || !call.enter()) {
            return; // the application ends, and the container closes all sessions
        }
        if (isStuck) {
            connection.stopWriting();
            awaitPong(connection);
        }
        Scheduler.Cancellable timer = endAfter(isStuck ? MOMENT : patience, call);
        try {
            session.close(reason);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "cannot close session " + session.getId(), e);
        } finally {
            call.leave();
            timer.cancel();
        }
        if (isStuck || call.wasCut()) {
            connection.stopReading();
        }
    }

    /** Open Liberty takes two threads that write on one connection for one: both would wait, and one be forgotten. */
    private static void awaitPong(NetworkConnection connection) {
        long end = System.nanoTime() + MAX_PONG_NANOS;
        while (connection.holdsThread()
                && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(connection, LOOK_NANOS);
        }
    }

    private Scheduler.Cancellable endAfter(Duration delay, BlockingCall call) {
        return scheduler.schedule(() -> cutting.execute(() -> call.end(Duration.ZERO)), delay);
    }

    /** Runs what sends on a session a moment later, on a thread that may wait for the peer. */
    void retry(Runnable send) {
        scheduler.schedule(() -> threads().execute(send), RETRY);
    }

    /** Takes no more sessions. Threads that wait for a peer are interrupted. */
    @Override
    public void close() {
        end.run();
    }
}
