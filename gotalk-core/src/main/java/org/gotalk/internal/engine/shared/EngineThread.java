package org.gotalk.internal.engine.shared;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.gotalk.internal.concurrent.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A thread that works for the engine: it reads from a connection, or is one of the {@link Workers}.
 *
 * <p>Such a thread defers sends while it runs quick steps, so that messages for one peer go out together: results of
 * requests that arrived together, or a burst of notifications to each member of a room (docs/adr/0009).
 */
public class EngineThread {

    /** Maximum deferral of a send while handlers run, in nanoseconds. */
    public static final long MAX_DELAY = 100_000;

    /** Maximum connections that one thread sends to before other workers help. */
    static final int MAX_SENDS = 64;

    private static final ThreadLocal<EngineThread> CURRENT = new ThreadLocal<>();

    private final @Nullable DeferrableSender read; // of the connection that this thread reads from; null for others
    private final Scheduler clock;

    @GuardedBy("this")
    private final Deque<DeferrableSender> unsent = new ArrayDeque<>(1);

    private boolean defers; // used only by the thread
    private @Nullable Object task; // used only by the thread
    private boolean hasUnsent; // likewise; others may have taken it over meanwhile
    private volatile long unsentSince;

    /**
     * Describes a thread.
     *
     * @param read sends for the connection that this thread reads from; null if it reads none
     */
    public EngineThread(@Nullable DeferrableSender read, Scheduler clock) {
        this.read = read;
        this.clock = clock;
    }

    /** The current engine thread; null on other threads. */
    public static @Nullable EngineThread current() {
        return CURRENT.get();
    }

    /**
     * Called before blocking. Throws on a thread that reads from a connection, which could deadlock.
     *
     * @param call the blocking method
     * @param remedy the method to call instead
     * @throws IllegalStateException on such a thread
     */
    public static void refuseToWait(String call, String remedy) {
        EngineThread here = CURRENT.get();
        if (here == null) {
            return;
        }
        if (here.read != null) {
            throw new IllegalStateException(
                    call + " must not wait on a thread that reads from a connection; use " + remedy);
        }
        here.waits();
    }

    /**
     * Runs an action that blocks until a peer answers. Meanwhile another thread may work in place of this one: the peer
     * may have to request something first.
     */
    public static <T extends @Nullable Object> T awaitPeer(Supplier<T> action) {
        EngineThread here = CURRENT.get();
        if (here == null) {
            return action.get();
        }
        here.waits();
        here.awaitsPeer(true);
        try {
            return action.get();
        } finally {
            here.awaitsPeer(false);
        }
    }

    /** The task that the current thread works for: a request of a peer. Null if it works for none. */
    public static @Nullable Object task() {
        EngineThread here = CURRENT.get();
        return here == null ? null : here.task;
    }

    /** Runs an action for a task, null for none. */
    public static void workFor(@Nullable Object task, Runnable action) {
        EngineThread here = CURRENT.get();
        if (here == null) {
            action.run();
            return;
        }
        Object outer = here.task;
        here.task = task;
        try {
            action.run();
        } finally {
            here.task = outer;
        }
    }

    /** Whether the current thread may block while it sends, to whichever peer. */
    public static boolean mayBlock() {
        EngineThread here = CURRENT.get();
        return here != null && here.read == null;
    }

    /** Runs an action on the current thread as this engine thread. */
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

    /** Runs an action as {@link #run} does; its messages are sent together afterwards. */
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

    /** Starts deferring sends, or sends the deferred messages and stops deferring. */
    final void defers(boolean newDefers, long now) {
        defers = newDefers;
        if (!defers || now - unsentSince >= MAX_DELAY) {
            sendAll();
        }
    }

    /** Whether the send is deferred. */
    public final boolean defers(DeferrableSender sender) {
        return defers && keeps(sender, false);
    }

    /** Remembers a send that is left to a worker: this thread sends before it waits, since no worker may be free. */
    public final void sendsBeforeItWaits(DeferrableSender sender) {
        boolean unused = keeps(sender, true);
    }

    private boolean keeps(DeferrableSender sender, boolean othersSendToo) {
        if (sender.isDeferredBy(this)) {
            return true;
        }
        synchronized (this) {
            if (!othersSendToo && !mayDefer()) {
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
     * Sends all deferred messages; workers help if there are many. A reading thread sends only on its own connection
     * and leaves others to workers, so that no other peer delays reading.
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

    /** Hands deferred sends to workers. Thread-safe. */
    final void handOver() {
        for (DeferrableSender sender = nextUnsent(); sender != null; sender = nextUnsent()) {
            sender.sendOnWorker();
        }
    }

    /** Whether deferred messages will be sent soon. */
    boolean mayDefer() {
        return true;
    }

    /** Called before the thread blocks. */
    void waits() {
        defers(false, 0);
    }

    /** The thread begins or ends to block for a peer. */
    void awaitsPeer(boolean begins) {}

    private synchronized @Nullable DeferrableSender nextUnsent() {
        DeferrableSender next = unsent.poll();
        if (next != null) {
            next.endDeferral();
        }
        return next;
    }
}
