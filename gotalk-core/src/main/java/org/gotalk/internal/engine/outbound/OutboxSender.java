package org.gotalk.internal.engine.outbound;

import org.gotalk.internal.concurrent.Trampoline;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.internal.engine.shared.Turn;
import org.gotalk.internal.engine.shared.Worker;
import org.gotalk.internal.engine.shared.Workers;
import org.jspecify.annotations.Nullable;

/**
 * When, and on which thread, what an {@link Outbox} has queued is sent: at once or in a moment, together with what is queued
 * until then, and only on a thread that a slow peer may hold up.
 */
public final class OutboxSender {

    private final Workers workers;
    private final boolean sendsMayWait;
    private final Trampoline loop;
    private final Turn turn = new SendTurn();
    private volatile @Nullable EngineThread putOffBy;

    /**
     * A pump that has nothing to do.
     *
     * @param sendsMayWait whether a send may hold its thread up
     * @param sendNext sends one batch, or does nothing while one is being sent
     */
    OutboxSender(Workers workers, boolean sendsMayWait, Runnable sendNext) {
        this.workers = workers;
        this.sendsMayWait = sendsMayWait;
        this.loop = new Trampoline(sendNext, this::sendOnWorker);
    }

    /** Something was queued. The current thread may be one that must not wait. */
    void send() {
        EngineThread here = EngineThread.current();
        if (here == null && sendsMayWait) {
            sendOnWorker();
        } else if (here == null || !here.putsOff(this)) {
            sendHere();
        }
    }

    /** Something was queued by a thread that may wait. */
    void sendWaiting() {
        EngineThread here = EngineThread.current();
        if (here == null || !here.putsOff(this)) {
            sendHere();
        }
    }

    /** Sends on a worker. */
    void sendOnWorker() {
        workers.enter(turn);
    }

    /** Sends on the current thread, unless another one does. */
    void sendHere() {
        loop.run();
    }

    /** A thread will send in a moment; whether that was known. */
    boolean isPutOffBy(EngineThread thread) {
        boolean isKnown = putOffBy == thread;
        if (!isKnown) {
            putOffBy = thread;
        }
        return isKnown;
    }

    /** A thread is about to send. */
    void isPutOffNoMore() {
        putOffBy = null;
    }

    /** Sends on a worker. */
    private final class SendTurn extends Turn {

        @Override
        void run(Worker worker) {
            sendHere();
        }

        @Override
        void refused() {
            workers.enterLater(this);
        }
    }
}
