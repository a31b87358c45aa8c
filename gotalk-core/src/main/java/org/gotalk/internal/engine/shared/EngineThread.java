package org.gotalk.internal.engine.shared;

import java.util.ArrayDeque;
import java.util.Deque;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.outbound.OutboxSender;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows of a thread that works for it: one that reads from a connection, or one of its {@link Workers}.
 *
 * <p>Such a thread puts sends off for a moment while it does quick things one after the other, so that what it queues for
 * one peer goes out together: the results of requests that came together, or the notifications of a burst to each member
 * of a room (docs/adr/0009).
 */
public class EngineThread {

    /** A message waits no longer than this for others while handlers run, in nanoseconds. */
    static final long MAX_DELAY = 100_000;

    /** Connections that one thread sends to in a row before other workers help. */
    static final int MAX_SENDS = 64;

    private static final ThreadLocal<EngineThread> CURRENT = new ThreadLocal<>();

    private final @Nullable OutboxSender read; // of the connection that this thread reads from; null for others
    private final Scheduler clock;
    private final Deque<OutboxSender> unsent = new ArrayDeque<>(); // guarded by this
    private boolean defers; // touched by the thread alone
    private volatile long unsentSince;

    /** A thread that reads from the connection of this pump, or null for one that does not read. */
    EngineThread(@Nullable OutboxSender read, Scheduler clock) {
        this.read = read;
        this.clock = clock;
    }

    /** What is known of the current thread; null for one that is not the engine's. */
    static @Nullable EngineThread current() {
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
    final void run(Runnable action) {
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
    final void together(Runnable action) {
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

    /** Begins to put sends off, or sends what was put off and does so no more. */
    final void defers(boolean newDefers, long now) {
        defers = newDefers;
        if (!defers || now - unsentSince >= MAX_DELAY) {
            sendAll();
        }
    }

    /** Whether a send is put off. The thread then sends in a moment. */
    final boolean putsOff(OutboxSender pump) {
        if (!defers) {
            return false;
        }
        if (pump.isPutOffBy(this)) {
            return true;
        }
        synchronized (this) {
            if (!mayPutOff()) {
                pump.isPutOffNoMore();
                return false;
            }
            if (unsent.isEmpty()) {
                unsentSince = clock.nanoTime();
            }
            unsent.add(pump);
        }
        return true;
    }

    /**
     * Sends all that was put off. Where that is much, other workers help. A thread that reads sends on its own connection
     * alone: what goes to others is for workers, so that no other peer holds reading up.
     */
    final void sendAll() {
        int sent = 0;
        for (OutboxSender pump = nextUnsent(); pump != null; pump = nextUnsent()) {
            if (read == null ? sent++ < MAX_SENDS : pump == read) {
                pump.sendHere();
            } else {
                pump.sendOnWorker();
            }
        }
    }

    /** Leaves what was put off to other workers. May be called on any thread. */
    final void handOver() {
        for (OutboxSender pump = nextUnsent(); pump != null; pump = nextUnsent()) {
            pump.sendOnWorker();
        }
    }

    /** Whether what is put off now will be sent soon. */
    boolean mayPutOff() {
        return true;
    }

    /** The thread is about to wait for something. */
    void waits() {
        defers(false, 0);
    }

    private synchronized @Nullable OutboxSender nextUnsent() {
        OutboxSender next = unsent.poll();
        if (next != null) {
            next.isPutOffNoMore();
        }
        return next;
    }
}
