package org.gotalk.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.gotalk.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The peer's requests that wait for a permit, and the drainers that run them.
 *
 * <p>A drainer is one task on the executor, which runs requests until none is left. Requests that came in one read need
 * only one submission that way. Before a drainer runs a handler it submits one more drainer if others wait, none is on
 * its way and the permits allow: a handler that blocks never holds up those behind it.
 *
 * <p>The lock guards the queue and the counters; it is never held while a handler runs, a task is submitted or an
 * answer is sent.
 */
final class RequestQueue {

    private static final String BUSY = "too many requests, try again later";
    private static final String CLOSING = "the connection is about to close, try again later";

    private final Settings settings;
    private final Limits limits;
    private final Backpressure backpressure;
    private final Outbox outbox;
    private final Runnable whenIdle;

    private final Object lock = new Object();
    private final Deque<InboundRequest> waiting = new ArrayDeque<>(); // guarded by lock
    private int running; // permits in use; guarded by lock
    private int drainers; // drainers at work; guarded by lock
    private boolean onItsWay; // a drainer is submitted and has not begun; guarded by lock
    private volatile boolean open; // written with the lock
    private boolean takesNoMore; // guarded by lock
    private boolean ended; // guarded by lock
    private long taken; // requests taken from the queue so far; guarded by lock

    /** Whoever wants to know when the last request is over is told, on the thread that saw to it. */
    RequestQueue(Settings settings, Backpressure backpressure, Outbox outbox, Runnable whenIdle) {
        this.settings = settings;
        this.limits = settings.limits();
        this.backpressure = backpressure;
        this.outbox = outbox;
        this.whenIdle = whenIdle;
    }

    /**
     * Queues a request. {@link #dispatch} is to be called when those of the same read are all queued.
     *
     * @return whether it was queued; otherwise it is to be refused
     */
    boolean add(InboundRequest request) {
        backpressure.entered(request.size());
        synchronized (lock) {
            if (!takesNoMore) {
                waiting.add(request);
                return true;
            }
        }
        backpressure.left(request.size());
        return false;
    }

    /**
     * Runs a request that does not block on this thread, if there is a permit and room for its answer.
     *
     * @return whether it was run; otherwise it is to be queued like any other
     */
    boolean runHere(InboundRequest request) {
        boolean full = outbox.isFull();
        synchronized (lock) {
            if (full || takesNoMore || ended || !open || running >= limits.maxConcurrentRequests()) {
                return false;
            }
            running++;
            taken++;
        }
        settings.here().execute(() -> run(request));
        return true;
    }

    private void run(InboundRequest request) {
        if (request.run(this::answeredLater)) {
            release();
        }
    }

    /** Sees to it that requests run as far as the permits allow. */
    void dispatch() {
        boolean submit;
        synchronized (lock) {
            submit = claimDrainer();
        }
        if (submit) {
            submitDrainer();
        }
    }

    /** The application knows the connection now; requests may run. */
    void open() {
        synchronized (lock) {
            open = true;
        }
        dispatch();
    }

    /** Whether the application knows the connection. */
    boolean isOpen() {
        return open;
    }

    /** The connection is to end when those that are here have been answered. */
    void refuseFurther() {
        synchronized (lock) {
            takesNoMore = true;
        }
    }

    /** Whether no request waits or runs. */
    boolean isIdle() {
        synchronized (lock) {
            return waiting.isEmpty() && running == 0;
        }
    }

    /** The connection closes or has ended: what waits is dropped, since nobody can be answered. */
    void end() {
        synchronized (lock) {
            ended = true;
        }
        drop().forEach(request -> backpressure.left(request.size()));
    }

    /** The share of the permits that are in use, from 0 to 1. */
    double load() {
        synchronized (lock) {
            return (double) running / limits.maxConcurrentRequests();
        }
    }

    /** Refuses a request for the time being; how many bytes that takes. */
    int refuse(InboundRequest request) {
        return request.refuse(RetryWait.random(limits), reasonToRefuse());
    }

    private String reasonToRefuse() {
        synchronized (lock) {
            return takesNoMore ? CLOSING : BUSY;
        }
    }

    private void submitDrainer() {
        try {
            settings.executor().execute(this::drain);
        } catch (RejectedExecutionException e) {
            executorIsFull();
        }
    }

    private void drain() {
        synchronized (lock) {
            onItsWay = false;
            drainers++;
        }
        for (InboundRequest request = take(); request != null; request = take()) {
            backpressure.left(request.size());
            dispatch();
            run(request);
        }
    }

    /** The next request, with its permit; null ends the drainer. */
    private @Nullable InboundRequest take() {
        boolean full = outbox.isFull();
        synchronized (lock) {
            if (full || !mayStart()) {
                drainers--;
                return null;
            }
            running++;
            taken++;
            return waiting.remove();
        }
    }

    private void answeredLater() {
        release();
        dispatch();
    }

    private void release() {
        synchronized (lock) {
            running--;
        }
        tellIfIdle();
    }

    private void tellIfIdle() {
        if (isIdle()) {
            whenIdle.run();
        }
    }

    private boolean claimDrainer() {
        if (onItsWay || !mayStart()) {
            return false;
        }
        onItsWay = true;
        return true;
    }

    private boolean mayStart() {
        return open && !ended && !waiting.isEmpty() && running < limits.maxConcurrentRequests();
    }

    /** Drainers at work will get to what waits; where there are none, or they are held up, it is refused. */
    private void executorIsFull() {
        boolean wait;
        long seen;
        synchronized (lock) {
            onItsWay = false;
            wait = drainers > 0;
            seen = taken;
        }
        if (wait) {
            settings.scheduler().schedule(() -> refuseIfHeldUp(seen), limits.readPause());
        } else {
            refuseAll();
        }
    }

    private void refuseIfHeldUp(long seen) {
        boolean heldUp;
        synchronized (lock) {
            heldUp = taken == seen;
        }
        if (heldUp) {
            refuseAll();
        }
    }

    private void refuseAll() {
        for (InboundRequest request : drop()) {
            backpressure.left(request.size());
            refuse(request);
        }
        tellIfIdle();
    }

    private List<InboundRequest> drop() {
        synchronized (lock) {
            List<InboundRequest> dropped = new ArrayList<>(waiting);
            waiting.clear();
            return dropped;
        }
    }
}
