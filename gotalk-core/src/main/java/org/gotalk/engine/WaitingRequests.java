package org.gotalk.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link RequestQueue} keeps: the requests that wait, the permits in use, and the drainers there are. All of it is
 * guarded by the object's own lock; nothing here calls anybody.
 */
final class WaitingRequests {

    private final int permits;
    private final Deque<InboundRequest> waiting = new ArrayDeque<>();
    private int running; // permits in use
    private int drainers; // at work
    private int stuck; // drainers at work that others cannot count on: held up, or with what may take long
    private boolean onItsWay; // a drainer is submitted and has not begun
    private volatile boolean open; // written with the lock
    private boolean takesNoMore;
    private boolean ended;
    private long taken; // requests taken so far
    private long takenAtLook; // when the watch looked last

    WaitingRequests(int permits) {
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
        taken++;
        return true;
    }

    /** The next request, with its permit; null ends the drainer that asks. */
    synchronized @Nullable InboundRequest take(boolean outboxIsFull) {
        if (outboxIsFull || !mayStart()) {
            drainers--;
            stuck = Math.min(stuck, drainers);
            return null;
        }
        running++;
        taken++;
        return waiting.remove();
    }

    /** Gives a permit back; whether no request waits or runs any more. */
    synchronized boolean release() {
        running--;
        return isIdle();
    }

    /** Whether the caller is to submit a drainer. */
    synchronized boolean claimDrainer() {
        if (onItsWay || !mayStart()) {
            return false;
        }
        onItsWay = true;
        return true;
    }

    synchronized void drainerBegins() {
        onItsWay = false;
        drainers++;
    }

    /** The executor takes no drainer. How many requests were taken so far if drainers are at work; -1 if there are none. */
    synchronized long drainerRefused() {
        onItsWay = false;
        return drainers > 0 ? taken : -1;
    }

    synchronized boolean isDrainerOnItsWay() {
        return onItsWay;
    }

    /** Whether a drainer is at work, as far as is known. */
    synchronized boolean isDrainerAtWork() {
        return drainers > stuck;
    }

    /** Whether the drainers at work, if there are any, have taken nothing since this was asked before. */
    synchronized boolean isHeldUp() {
        boolean isHeldUp = taken == takenAtLook && drainers > 0;
        takenAtLook = taken;
        stuck = isHeldUp ? drainers : stuck;
        return isHeldUp;
    }

    /** A drainer is about to run what may take long: others need not count on it. */
    synchronized void mayTakeLong() {
        stuck = Math.min(stuck + 1, drainers);
    }

    /** Whether nothing was taken since so many were. */
    synchronized boolean isHeldUpSince(long count) {
        return taken == count;
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
