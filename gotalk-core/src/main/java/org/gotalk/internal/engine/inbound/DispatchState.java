package org.gotalk.internal.engine.inbound;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.gotalk.Limits;
import org.gotalk.internal.engine.shared.Worker;
import org.jspecify.annotations.Nullable;

/**
 * What of a connection waits to be handled, what is being handled, and whether the peer is to be read meanwhile: one idea,
 * one lock, which is the object's own. Nothing here calls anybody.
 */
final class DispatchState {

    private final int permits;

    @GuardedBy("this")
    private final Deque<InboundRequest> waiting = new ArrayDeque<>();

    @GuardedBy("this")
    private final List<Worker> soonBack = new ArrayList<>(1); // workers that are expected to take the next request soon

    @GuardedBy("this")
    private final ReadPause pause;

    @GuardedBy("this")
    private int running; // permits in use

    @GuardedBy("this")
    private boolean inLine; // a turn is in the line of the workers

    @GuardedBy("this")
    private boolean takesNoMore;

    @GuardedBy("this")
    private boolean ended;

    private volatile boolean open; // written under the lock
    private volatile boolean paused; // written under the lock
    private volatile long pauses; // written under the lock

    DispatchState(Limits limits) {
        permits = limits.maxConcurrentRequests();
        pause = new ReadPause(limits.maxWaitingRequests(), limits.maxWaitingBytes());
    }

    /** Queues a request; false where it is to be refused. */
    synchronized boolean add(InboundRequest request) {
        if (takesNoMore || pause.refuses()) {
            return false;
        }
        waiting.add(request);
        pause.entered(request.size());
        look();
        return true;
    }

    /** Takes a permit for a request that did not wait; whether there was one. */
    synchronized boolean begin() {
        if (takesNoMore || ended || !open || running >= permits || pause.outboxIsFull()) {
            return false;
        }
        running++;
        return true;
    }

    /** The next request, with its permit; null ends the worker's slice. */
    synchronized @Nullable InboundRequest take(Worker worker) {
        if (!mayStart()) {
            soonBack.remove(worker);
            return null;
        }
        if (!soonBack.contains(worker)) {
            soonBack.add(worker);
        }
        running++;
        InboundRequest request = waiting.remove();
        pause.left(request.size());
        look();
        return request;
    }

    /** Gives a permit back; whether no request waits or runs any more. */
    synchronized boolean release() {
        running--;
        return nothingIsUnderWay();
    }

    /** Whether a turn is to enter the line: requests may begin, and no worker is known to take them soon. */
    synchronized boolean wantsTurn() {
        return entersLine();
    }

    /** The worker is not expected to take the next request soon, or at all; whether a turn is to enter the line. */
    synchronized boolean leaves(Worker worker) {
        soonBack.remove(worker);
        return entersLine();
    }

    /** The turn has left the line. */
    synchronized void turnLeftLine() {
        inLine = false;
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
        return nothingIsUnderWay();
    }

    /** None begins any more, and those that wait are dropped. */
    synchronized void end() {
        ended = true;
        drop();
    }

    /** What waited, and does no more. */
    synchronized List<InboundRequest> drop() {
        List<InboundRequest> dropped = new ArrayList<>(waiting);
        waiting.clear();
        dropped.forEach(request -> pause.left(request.size()));
        look();
        return dropped;
    }

    /** The share of the permits that are in use, from 0 to 1. */
    synchronized double load() {
        return (double) running / permits;
    }

    /** A notification waits; false where it has no place to. */
    synchronized boolean notificationEntered(int size) {
        if (pause.refuses()) {
            return false;
        }
        pause.entered(size);
        look();
        return true;
    }

    synchronized void notificationLeft(int size) {
        pause.left(size);
        look();
    }

    /** Asks for the state under the lock, so that of two changes the later one counts. */
    synchronized void outboxChanged(BooleanSupplier isFull) {
        pause.outboxIsFull(isFull.getAsBoolean());
        look();
    }

    synchronized void streamsChanged(int count) {
        pause.streamsChanged(count);
        look();
    }

    /** The pause of this number has lasted as long as one may. */
    synchronized void pauseIsOver(long number) {
        pause.isOver(number);
        look();
    }

    /** Whether nothing further should be read now. */
    boolean isPaused() {
        return paused;
    }

    /** The number of the last pause that has a time limit. */
    long pauses() {
        return pauses;
    }

    @GuardedBy("this")
    private void look() {
        if (paused != pause.isOn()) {
            paused = pause.isOn();
        }
        if (pauses != pause.count()) {
            pauses = pause.count();
        }
    }

    @GuardedBy("this")
    private boolean entersLine() {
        boolean enters = !inLine && soonBack.isEmpty() && mayStart();
        inLine |= enters;
        return enters;
    }

    @GuardedBy("this")
    private boolean nothingIsUnderWay() {
        return waiting.isEmpty() && running == 0;
    }

    @GuardedBy("this")
    private boolean mayStart() {
        return open && !ended && !waiting.isEmpty() && running < permits && !pause.outboxIsFull();
    }
}
