package org.gotalk.internal.engine.outbound;

import org.gotalk.internal.concurrent.Trampoline;
import org.gotalk.internal.engine.shared.DeferrableSender;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.internal.engine.shared.Turn;
import org.gotalk.internal.engine.shared.Worker;
import org.gotalk.internal.engine.shared.Workers;
import org.jspecify.annotations.Nullable;

/**
 * When, and on which thread, what an {@link Outbox} has queued is sent: at once or in a moment, together with what is queued
 * until then, and only on a thread that a slow peer may hold up.
 */
public final class OutboxSender implements DeferrableSender {

    private final Workers workers;
    private final boolean sendsMayWait;
    private final Trampoline loop;
    private final Turn turn = new SendTurn();
    private volatile @Nullable Object deferredBy;

    /**
     * Nothing to send yet.
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
        } else if (here == null || !here.defers(this)) {
            sendHere();
        }
    }

    /** Something was queued by a thread that may wait. */
    void sendWaiting() {
        EngineThread here = EngineThread.current();
        if (here == null || !here.defers(this)) {
            sendHere();
        }
    }

    @Override
    public void sendOnWorker() {
        workers.enter(turn);
    }

    @Override
    public void sendHere() {
        loop.run();
    }

    @Override
    public boolean isDeferredBy(Object thread) {
        boolean isKnown = deferredBy == thread;
        if (!isKnown) {
            deferredBy = thread;
        }
        return isKnown;
    }

    @Override
    public void endDeferral() {
        deferredBy = null;
    }

    /** Sends on a worker. */
    private final class SendTurn extends Turn {

        @Override
        public void run(Worker worker) {
            sendHere();
        }

        @Override
        public void refused() {
            workers.enterLater(this);
        }
    }
}
