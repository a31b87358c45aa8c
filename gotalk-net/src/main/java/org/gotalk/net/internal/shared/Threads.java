package org.gotalk.net.internal.shared;

import static org.gotalk.net.internal.socket.NetLog.LOG;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.net.internal.socket.Sockets;
import org.jspecify.annotations.Nullable;

/** The threads of a Gotalk: selectors, scheduler and handlers. */
public final class Threads {

    /** Longer than connections need to close. */
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Executor executor;
    private final @Nullable ExecutorService ownExecutor;
    private final @Nullable ScheduledExecutorService ownTime;
    private final Scheduler scheduler;
    private final ThreadFactory factory;
    private final int selectors;

    @GuardedBy("this")
    private @Nullable Sockets sockets;

    @GuardedBy("this")
    private boolean ended;

    /**
     * Threads start on first use.
     *
     * @param given runs handlers, shut down by its owner; null to create threads
     * @param selectors the number of selector threads
     */
    public Threads(@Nullable Executor given, int selectors) {
        if (given == null) {
            ExecutorService own = HandlerThreads.create();
            ownExecutor = own;
            executor = own;
        } else {
            ownExecutor = null;
            executor = given;
        }
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, HandlerThreads.named("gotalk-time"));
        timer.setRemoveOnCancelPolicy(true);
        ownTime = Executors.unconfigurableScheduledExecutorService(timer);
        scheduler = new SystemScheduler(ownTime);
        factory = HandlerThreads.DAEMONS;
        this.selectors = selectors;
    }

    /** Uses executor and scheduler of another owner, who shuts them down; threads of the factory end with this. */
    public Threads(Executor executor, Scheduler scheduler, ThreadFactory factory, int selectors) {
        this.executor = executor;
        this.ownExecutor = null;
        this.scheduler = scheduler;
        this.ownTime = null;
        this.factory = factory;
        this.selectors = selectors;
    }

    /** Runs handlers. */
    public Executor executor() {
        return executor;
    }

    /** Keeps time. */
    public Scheduler scheduler() {
        return scheduler;
    }

    /** Sockets; selector threads start on first use. */
    public synchronized Sockets sockets() throws IOException {
        checkNotEnded();
        if (sockets == null) {
            sockets = new Sockets(selectors, HandlerThreads.named("gotalk-sockets", factory), scheduler);
        }
        return sockets;
    }

    @GuardedBy("this")
    private void checkNotEnded() throws IOException {
        if (ended) {
            throw new IOException("this side was closed");
        }
    }

    /** Waits up to 5 seconds for the connections, then ends all threads of this. */
    public void end(Future<?> connections) {
        try {
            connections.get(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.WARNING, "connections did not close within {0}", LONGEST_END);
        }
        closeSockets();
        if (ownExecutor != null) {
            ownExecutor.shutdown();
        }
        if (ownTime != null) {
            ownTime.shutdownNow();
        }
    }

    private synchronized void closeSockets() {
        ended = true;
        if (sockets != null) {
            sockets.close();
        }
    }
}
