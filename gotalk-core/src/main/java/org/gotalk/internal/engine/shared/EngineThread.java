package org.gotalk.internal.engine.shared;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows of a thread that works for it: one that reads from a connection, or one of its {@link Workers}.
 *
 * <p>Such a thread defers sends for a moment while it does quick things one after the other, so that what it queues for
 * one peer goes out together: the results of requests that came together, or the notifications of a burst to each member
 * of a room (docs/adr/0009).
 */
public class EngineThread {

    /** A message waits no longer than this for others while handlers run, in nanoseconds. */
    public static final long MAX_DELAY = 100_000;

    /** Connections that one thread sends to in a row before other workers help. */
    static final int MAX_SENDS = 64;

    private static final ThreadLocal<EngineThread> CURRENT = new ThreadLocal<>();

    private final @Nullable DeferrableSender read; // of the connection that this thread reads from; null for others
    private final Scheduler clock;

    @GuardedBy("this")
    private final Deque<DeferrableSender> unsent = new ArrayDeque<>();

    private boolean defers; // touched by the thread alone
    private boolean hasUnsent; // likewise; others may have taken it over meanwhile
    private volatile long unsentSince;

    /** A thread that reads from the connection of this sender, or null for one that does not read. */
    public EngineThread(@Nullable DeferrableSender read, Scheduler clock) {
        this.read = read;
        this.clock = clock;
    }

    /** What is known of the current thread; null for one that is not the engine's. */
    public static @Nullable EngineThread current() {
        return CURRENT.get();
    }

    /**
     * To be called before a call that waits. Throws on a thread that reads from a connection, where the call would wait for
     * something that only this thread could read.
     *
     * @param call the method that waits
     * @param remedy what to call instead
     * @throws IllegalStateException on such a thread
     */
    public static void refuseToWait(String call, String remedy) {
        EngineThread here = CURRENT.get();
        if (here == null) {
            return;
        }
        if (here.read != null) {
            throw new IllegalStateException(
                    call + " waits, which a thread that reads from a connection must not do; use " + remedy);
        }
        here.waits();
    }

    /** Runs an action on the current thread as this one. */
    public final void run(Runnable action) {
        EngineThread outer = CURRENT.get();
        CURRENT.set(this);
        try {
            action.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Runs an action on the current thread as this one; what it queues is sent together afterwards. */
    public final void together(Runnable action) {
        boolean outer = defers;
        defers = true;
        try {
            run(action);
        } finally {
            defers = outer;
            if (!outer) {
                sendAll();
            }
        }
    }

    /** Begins to defer sends, or sends what was deferred and stops deferring. */
    final void defers(boolean newDefers, long now) {
        defers = newDefers;
        if (!defers || now - unsentSince >= MAX_DELAY) {
            sendAll();
        }
    }

    /** Whether the send is deferred: the thread then sends in a moment. */
    public final boolean defers(DeferrableSender sender) {
        if (!defers) {
            return false;
        }
        if (sender.isDeferredBy(this)) {
            return true;
        }
        synchronized (this) {
            if (!mayDefer()) {
                sender.endDeferral();
                return false;
            }
            if (unsent.isEmpty()) {
                unsentSince = clock.nanoTime();
            }
            unsent.add(sender);
        }
        hasUnsent = true;
        return true;
    }

    /**
     * Sends all that was deferred. Where that is much, other workers help. A thread that reads sends on its own connection
     * alone: what goes to others is for workers, so that no other peer holds reading up.
     */
    final void sendAll() {
        if (!hasUnsent) {
            return;
        }
        hasUnsent = false;
        int sent = 0;
        for (DeferrableSender sender = nextUnsent(); sender != null; sender = nextUnsent()) {
            if (read == null ? sent++ < MAX_SENDS : sender == read) {
                sender.sendHere();
            } else {
                sender.sendOnWorker();
            }
        }
    }

    /** Leaves what was deferred to other workers. May be called on any thread. */
    final void handOver() {
        for (DeferrableSender sender = nextUnsent(); sender != null; sender = nextUnsent()) {
            sender.sendOnWorker();
        }
    }

    /** Whether what is deferred now will be sent soon. */
    boolean mayDefer() {
        return true;
    }

    /** The thread is about to wait for something. */
    void waits() {
        defers(false, 0);
    }

    private synchronized @Nullable DeferrableSender nextUnsent() {
        DeferrableSender next = unsent.poll();
        if (next != null) {
            next.endDeferral();
        }
        return next;
    }
}
