package org.gotalk.internal.engine.inbound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gotalk.internal.engine.shared.Worker;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link RequestQueue} keeps: the requests that wait, the permits in use, and the workers that take them. All of it is
 * guarded by the object's own lock; nothing here calls anybody.
 */
final class DispatchState {

    private final int permits;
    private final Deque<InboundRequest> waiting = new ArrayDeque<>();
    private int running; // permits in use
    private final List<Worker> soonBack = new ArrayList<>(1); // workers that are expected to take the next request soon
    private boolean inLine; // a turn is in the line of the workers
    private volatile boolean open; // written with the lock
    private boolean takesNoMore;
    private boolean ended;

    DispatchState(int permits) {
        this.permits = permits;
    }

    /** Whether the request was queued; otherwise it is to be refused. */
    synchronized boolean add(InboundRequest request) {
        if (!takesNoMore) {
            waiting.add(request);
        }
        return !takesNoMore;
    }

    /** Takes a permit for a request that did not wait; whether there was one. */
    synchronized boolean begin() {
        if (takesNoMore || ended || !open || running >= permits) {
            return false;
        }
        running++;
        return true;
    }

    /** The next request, with its permit; null ends the worker's slice. */
    synchronized @Nullable InboundRequest take(Worker worker, boolean outboxIsFull) {
        if (outboxIsFull || !mayStart()) {
            leaves(worker);
            return null;
        }
        if (!soonBack.contains(worker)) {
            soonBack.add(worker);
        }
        running++;
        return waiting.remove();
    }

    /** Gives a permit back; whether no request waits or runs any more. */
    synchronized boolean release() {
        running--;
        return isIdle();
    }

    /** Whether a turn is to enter the line: requests may begin, and no worker is known to take them soon. */
    synchronized boolean wantsTurn() {
        boolean wants = !inLine && soonBack.isEmpty() && mayStart();
        inLine |= wants;
        return wants;
    }

    /** The turn has left the line. */
    synchronized void turnLeftLine() {
        inLine = false;
    }

    /** The worker is not expected to take the next request soon, or at all. */
    synchronized void leaves(Worker worker) {
        soonBack.remove(worker);
    }

    synchronized void open() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    synchronized void takeNoMore() {
        takesNoMore = true;
    }

    synchronized boolean takesNoMore() {
        return takesNoMore;
    }

    /** Whether no request waits or runs. */
    synchronized boolean isIdle() {
        return waiting.isEmpty() && running == 0;
    }

    /** None begins any more. What waited. */
    synchronized List<InboundRequest> end() {
        ended = true;
        return drop();
    }

    /** What waited, and does no more. */
    synchronized List<InboundRequest> drop() {
        List<InboundRequest> dropped = new ArrayList<>(waiting);
        waiting.clear();
        return dropped;
    }

    /** The share of the permits that are in use, from 0 to 1. */
    synchronized double load() {
        return (double) running / permits;
    }

    private boolean mayStart() {
        return open && !ended && !waiting.isEmpty() && running < permits;
    }
}
