package org.gotalk.internal.engine.inbound;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.gotalk.Limits;
import org.gotalk.internal.engine.shared.TurnRunner;
import org.gotalk.internal.wire.message.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a connection that wait, the permits of those that run, and whether reading pauses. All state is
 * guarded by the object's own lock; nothing here calls other objects' methods that lock.
 */
final class InboundState {

    @GuardedBy("this")
    private final List<TurnRunner> expected =
            new ArrayList<>(1); // workers that are expected to take the next request soon

    @GuardedBy("this")
    private final RequestPermits permits;

    @GuardedBy("this")
    private final ReadPause pause;

    @GuardedBy("this")
    private final WaitingRequests waiting;

    @GuardedBy("this")
    private boolean turnIsQueued; // in the queue of the workers

    @GuardedBy("this")
    private boolean refusesEarly;

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
        waiting = new WaitingRequests(pause);
    }

    /** Queues a request; false if it must be refused. */
    synchronized boolean add(InboundRequest request) {
        request.mayBeNested = permits.areLent();
        if (isDraining || pause.refuses() || (refusesEarly && !open) || (request.mayBeNested && permits.areStuck())) {
            return false;
        }
        waiting.add(request);
        update();
        return true;
    }

    /** Acquires a permit for a request that did not wait; false if there is none. */
    synchronized boolean tryAcquire(InboundRequest request) {
        boolean isAvailable = permits.isAvailable() || (permits.areLent() && permits.isAvailableNested());
        if (isDraining || ended || !open || !isAvailable || pause.outboxIsFull()) {
            return false;
        }
        permits.acquire(request);
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
        InboundRequest request = permits.isAvailable() ? waiting.poll() : waiting.pollNested();
        permits.acquire(request);
        update();
        return request;
    }

    /** Returns a permit; whether no request waits or runs now. */
    synchronized boolean release(InboundRequest request) {
        permits.release(request);
        return nothingIsUnderWay();
    }

    /**
     * A running request asks the peer something: requests that arrive from now on may use its permit.
     *
     * @return whether it runs here, so that {@link #reclaim} must follow
     */
    synchronized boolean lend(InboundRequest request) {
        return permits.lend(request);
    }

    /** The peer has answered the request's question. */
    synchronized void reclaim(InboundRequest request) {
        permits.reclaim(request);
    }

    /** Whether all that run wait for the peer, and no more may run. */
    synchronized boolean isStuck() {
        return permits.areStuck();
    }

    /** The request of an id that waits, which is removed, or that runs; null if there is none. */
    synchronized @Nullable InboundRequest cancel(RequestId id) {
        InboundRequest request = waiting.remove(id);
        update();
        return request == null ? permits.find(id) : request;
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

    /** Refuses further requests until they may run; false if they may already. */
    synchronized boolean refuseUntilOpen() {
        refusesEarly = true;
        return !open;
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

    /** Whether requests are refused until they may run. */
    synchronized boolean refusesEarly() {
        return refusesEarly && !open;
    }

    /** Drops waiting requests; none starts from now on. Returns those that run. */
    synchronized List<InboundRequest> end() {
        ended = true;
        drop();
        return permits.running();
    }

    /** Removes and returns the waiting requests. */
    synchronized List<InboundRequest> drop() {
        return drop(request -> true);
    }

    /** Removes and returns the waiting requests that the peer may need for its own results. */
    synchronized List<InboundRequest> dropNested() {
        return waiting.hasNested() ? drop(request -> request.mayBeNested) : List.of();
    }

    @GuardedBy("this")
    private List<InboundRequest> drop(Predicate<InboundRequest> which) {
        List<InboundRequest> dropped = waiting.drop(which);
        update();
        return dropped;
    }

    synchronized Backlog backlog() {
        return new Backlog(permits.count(), pause.messages(), pause.bytes());
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
        return open && !ended && !pause.outboxIsFull() && isOneEligible();
    }

    @GuardedBy("this")
    private boolean isOneEligible() {
        return permits.isAvailable() ? !waiting.isEmpty() : waiting.hasNested() && permits.isAvailableNested();
    }
}
