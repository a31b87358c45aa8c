package org.gotalk.engine;

import java.util.concurrent.RejectedExecutionException;
import org.gotalk.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The peer's requests that wait for a permit, and the drainers that run them.
 *
 * <p>A drainer is one task on the executor, which runs requests until none is left. Requests that came in one read need
 * only one submission that way. Before a drainer runs a handler it submits one more drainer if others wait, none is on
 * its way and the permits allow: a handler that blocks does not hold up those behind it. As long as handlers are
 * {@linkplain Pace quick}, that is left to the watch, which looks after a few milliseconds. Answers to requests that came
 * together go out together, as far as they are {@linkplain HeldAnswers ready at once}.
 */
final class RequestQueue {

    private static final String BUSY = "too many requests, try again later";
    private static final String CLOSING = "the connection is about to close, try again later";

    private final Settings settings;
    private final Limits limits;
    private final Backpressure backpressure;
    private final Outbox outbox;
    private final Runnable whenIdle;
    private final WaitingRequests waiting;
    private final HeldAnswers held;
    private final Pace pace;

    /** Whoever wants to know when the last request is over is told, on the thread that saw to it. */
    RequestQueue(Settings settings, Backpressure backpressure, Outbox outbox, Runnable whenIdle) {
        this.settings = settings;
        this.limits = settings.limits();
        this.backpressure = backpressure;
        this.outbox = outbox;
        this.whenIdle = whenIdle;
        this.waiting = new WaitingRequests(limits.maxConcurrentRequests());
        this.held = new HeldAnswers(outbox, settings.watch());
        this.pace = new Pace(settings.watch(), this::look);
    }

    /**
     * Queues a request. {@link #dispatch} is to be called when those of the same read are all queued.
     *
     * @return whether it was queued; otherwise it is to be refused
     */
    boolean add(InboundRequest request) {
        backpressure.entered(request.size());
        if (waiting.add(request)) {
            return true;
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
        if (outbox.isFull() || !waiting.begin()) {
            return false;
        }
        settings.here().execute(() -> {
            run(request);
            held.send();
        });
        return true;
    }

    private void run(InboundRequest request) {
        if (request.run(this::answeredLater)) {
            held.add();
            release();
        }
    }

    /** Sees to it that requests run as far as the permits allow. */
    void dispatch() {
        if (pace.isQuick() && waiting.isDrainerAtWork()) {
            pace.watchOver();
        } else {
            callDrainer();
        }
    }

    private void callDrainer() {
        if (waiting.claimDrainer()) {
            try {
                settings.executor().execute(this::drain);
            } catch (RejectedExecutionException e) {
                executorIsFull();
            }
        }
    }

    private void drain() {
        waiting.drainerBegins();
        long begun = pace.now();
        long now = begun;
        for (InboundRequest request = take(); request != null; request = take()) {
            backpressure.left(request.size());
            if (request.mayTakeLong()) {
                waiting.mayTakeLong();
                prepareForHandler(false);
            } else {
                prepareForHandler(pace.goesOnAlone(begun, now));
            }
            run(request);
            long before = now;
            now = pace.now();
            pace.ran(before, now);
        }
        held.send();
        if (!outbox.isFull()) {
            // Room may have come just before this drainer gave up for want of it, when nobody called another one.
            dispatch();
        }
    }

    private @Nullable InboundRequest take() {
        return waiting.take(outbox.isFull());
    }

    /** The handler may block: others are called, and answers held back only where somebody will come to send them. */
    private void prepareForHandler(boolean isWatched) {
        if (!isWatched) {
            callDrainer();
        }
        if (isWatched) {
            held.sendLate();
        } else if (waiting.isDrainerOnItsWay()) {
            pace.watchOver();
            held.sendLate();
        } else {
            held.send();
        }
    }

    /** The watch looks: if the drainers at work are held up, another one takes over. */
    private void look() {
        if (waiting.isHeldUp()) {
            callDrainer();
            held.send();
        } else if (waiting.isDrainerAtWork()) {
            pace.watchOver();
        }
    }

    /** The application knows the connection now; requests may run. */
    void open() {
        waiting.open();
        dispatch();
    }

    /** Whether the application knows the connection. */
    boolean isOpen() {
        return waiting.isOpen();
    }

    /** The connection is to end when those that are here have been answered. */
    void refuseFurther() {
        waiting.takeNoMore();
    }

    /** Whether no request waits or runs. */
    boolean isIdle() {
        return waiting.isIdle();
    }

    /** The connection closes or has ended: what waits is dropped, since nobody can be answered. */
    void end() {
        waiting.end().forEach(request -> backpressure.left(request.size()));
    }

    /** The share of the permits that are in use, from 0 to 1. */
    double load() {
        return waiting.load();
    }

    /** Refuses a request for the time being; how many bytes that takes. */
    int refuse(InboundRequest request) {
        return request.refuse(RetryWait.random(limits), waiting.takesNoMore() ? CLOSING : BUSY);
    }

    private void answeredLater() {
        held.send();
        release();
        dispatch();
    }

    private void release() {
        if (waiting.release()) {
            whenIdle.run();
        }
    }

    private void tellIfIdle() {
        if (isIdle()) {
            whenIdle.run();
        }
    }

    /** Drainers at work will get to what waits; where there are none, or they are held up, it is refused. */
    private void executorIsFull() {
        long taken = waiting.drainerRefused();
        if (taken < 0) {
            refuseAll();
        } else {
            settings.scheduler().schedule(() -> refuseIfHeldUp(taken), limits.readPause());
        }
    }

    private void refuseIfHeldUp(long taken) {
        if (waiting.isHeldUpSince(taken)) {
            refuseAll();
        }
    }

    private void refuseAll() {
        for (InboundRequest request : waiting.drop()) {
            backpressure.left(request.size());
            refuse(request);
        }
        tellIfIdle();
    }
}
