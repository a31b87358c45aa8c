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
 * Closes sessions on a few separate threads, each within a bounded time. A container writes the close frame on the
 * closing thread, and waits for a peer that does not read: so this thread serves nothing else, and the connection is
 * cut after the timeout.
 */
public final class SessionCloser implements AutoCloseable {

    static final Logger LOG = System.getLogger("org.gotalk.websocket");

    /** Timeout for a peer that is known not to read. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    /** Delay before a send is retried that would have waited for a write of the container. */
    private static final Duration RETRY = Duration.ofMillis(20);

    /** Maximum wait for a pong to fail after the connection was cut. */
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
     * Creates a closer; threads are created on demand and end when idle.
     *
     * @param patience time for a peer to read the close frame and what was sent before it
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

    /** Creates a closer on given threads; {@code end} runs when it is closed. */
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

    /**
     * Runs tasks that may wait for a peer. After {@link #close} they are dropped, and the container closes the
     * sessions.
     */
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
     * Closes an open session. Returns when it is closed, or its connection is cut.
     *
     * @param isStuck whether the peer is known not to read
     */
    void close(Session session, CloseReason reason, NetworkConnection connection, boolean isStuck) {
        BlockingCall call = new BlockingCall(connection::stopWriting);
        if (Thread.currentThread().isInterrupted() || !call.enter()) {
            return; // the application has ended, and the container closes all sessions
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

    /** Open Liberty mixes up two threads that write on one connection: one of them would never be woken. */
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

    /** Retries a send after a delay, on a thread that may wait for the peer. */
    void retry(Runnable send) {
        scheduler.schedule(() -> threads().execute(send), RETRY);
    }

    /** Closes no more sessions. Threads that wait for a peer are interrupted. */
    @Override
    public void close() {
        end.run();
    }
}
