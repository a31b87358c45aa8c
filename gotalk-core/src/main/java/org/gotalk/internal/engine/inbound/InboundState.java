package org.gotalk.internal.engine.inbound;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.gotalk.Limits;
import org.gotalk.internal.engine.shared.TurnRunner;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a connection that wait, the permits of those that run, and whether reading pauses. All state is
 * guarded by the object's own lock; nothing here calls other objects' methods that lock.
 */
final class InboundState {

    @GuardedBy("this")
    private final Deque<InboundRequest> waiting = new ArrayDeque<>(1);

    @GuardedBy("this")
    private final List<TurnRunner> expected =
            new ArrayList<>(1); // workers that are expected to take the next request soon

    @GuardedBy("this")
    private final RequestPermits permits;

    @GuardedBy("this")
    private final ReadPause pause;

    @GuardedBy("this")
    private boolean turnIsQueued; // in the queue of the workers

    @GuardedBy("this")
    private boolean isDraining;

    @GuardedBy("this")
    private boolean ended;

    private volatile boolean open; // written under the lock
    private volatile boolean paused; // written under the lock
    private volatile long pauses; // written under the lock

    InboundState(Limits limits) {
        permits = new RequestPermits(limits.maxConcurrentRequests());
        pause = new ReadPause(limits.maxWaitingRequests(), limits.maxWaitingBytes());
    }

    /** Queues a request; false if it must be refused. */
    synchronized boolean add(InboundRequest request) {
        if (isDraining || pause.refuses()) {
            return false;
        }
        waiting.add(request);
        pause.entered(request.size());
        update();
        return true;
    }

    /** Acquires a permit for a request that did not wait; false if there is none. */
    synchronized boolean tryAcquire() {
        if (isDraining || ended || !open || !permits.isAvailable() || pause.outboxIsFull()) {
            return false;
        }
        permits.acquire();
        return true;
    }

    /** The next request, with a permit; null ends the worker's slice. */
    synchronized @Nullable InboundRequest take(TurnRunner worker) {
        if (!mayStart()) {
            expected.remove(worker);
            return null;
        }
        if (!expected.contains(worker)) {
            expected.add(worker);
        }
        permits.acquire();
        InboundRequest request = waiting.remove();
        pause.left(request.size());
        update();
        return request;
    }

    /** Returns a permit; whether no request waits or runs now. */
    synchronized boolean release() {
        permits.release();
        return nothingIsUnderWay();
    }

    /** Whether the caller must queue a turn: requests may start and no worker is expected to take them soon. */
    synchronized boolean claimTurn() {
        return tryClaim();
    }

    /** The worker is not expected to take the next request soon; whether the caller must queue a turn. */
    synchronized boolean leaves(TurnRunner worker) {
        expected.remove(worker);
        return tryClaim();
    }

    /** The turn has left the queue. */
    synchronized void turnDequeued() {
        turnIsQueued = false;
    }

    synchronized void open() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    synchronized void drain() {
        isDraining = true;
    }

    synchronized boolean isDraining() {
        return isDraining;
    }

    /** Whether no request waits or runs. */
    synchronized boolean isIdle() {
        return nothingIsUnderWay();
    }

    /** Drops waiting requests; none starts from now on. */
    synchronized void end() {
        ended = true;
        drop();
    }

    /** Removes and returns the waiting requests. */
    synchronized List<InboundRequest> drop() {
        List<InboundRequest> dropped = new ArrayList<>(waiting);
        waiting.clear();
        dropped.forEach(request -> pause.left(request.size()));
        update();
        return dropped;
    }

    /** The share of permits in use, from 0 to 1. */
    synchronized double load() {
        return permits.load();
    }

    /** Counts a queued notification; false if there is no room for it. */
    synchronized boolean notificationEntered(int size) {
        if (pause.refuses()) {
            return false;
        }
        pause.entered(size);
        update();
        return true;
    }

    synchronized void notificationLeft(int size) {
        pause.left(size);
        update();
    }

    /** Evaluates the supplier under the lock, so that of two changes the later one wins. */
    synchronized void outboxChanged(BooleanSupplier isFull) {
        pause.outboxIsFull(isFull.getAsBoolean());
        update();
    }

    synchronized void streamsChanged(int count) {
        pause.streamsChanged(count);
        update();
    }

    /** The pause with this number has reached its maximum duration. */
    synchronized void pauseIsOver(long number) {
        pause.isOver(number);
        update();
    }

    /** Whether reading must pause. */
    boolean isPaused() {
        return paused;
    }

    /** The number of the last pause with a time limit. */
    long pauses() {
        return pauses;
    }

    @GuardedBy("this")
    private void update() {
        if (paused != pause.isOn()) {
            paused = pause.isOn();
        }
        if (pauses != pause.count()) {
            pauses = pause.count();
        }
    }

    @GuardedBy("this")
    private boolean tryClaim() {
        boolean isClaimed = !turnIsQueued && expected.isEmpty() && mayStart();
        turnIsQueued |= isClaimed;
        return isClaimed;
    }

    @GuardedBy("this")
    private boolean nothingIsUnderWay() {
        return waiting.isEmpty() && permits.isUnused();
    }

    @GuardedBy("this")
    private boolean mayStart() {
        return open && !ended && !waiting.isEmpty() && permits.isAvailable() && !pause.outboxIsFull();
    }
}
