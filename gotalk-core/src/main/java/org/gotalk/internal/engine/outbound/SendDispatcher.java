package org.gotalk.internal.engine.outbound;

import org.gotalk.internal.concurrent.Trampoline;
import org.gotalk.internal.engine.shared.DeferrableSender;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.internal.engine.shared.Turn;
import org.gotalk.internal.engine.shared.TurnRunner;
import org.gotalk.internal.engine.shared.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Chooses when and on which thread an {@link Outbox} sends: at once or deferred, to send more together, and only on a
 * thread that a slow peer may block.
 */
public final class SendDispatcher implements DeferrableSender {

    private final Workers workers;
    private final boolean sendsMayWait;
    private final Trampoline trampoline;
    private final Turn turn = new SendTurn();
    private volatile @Nullable Object deferredBy;

    /**
     * Has nothing to send yet.
     *
     * @param sendsMayWait whether a send may block
     * @param sendNext sends one batch, or does nothing while one is being sent
     */
    SendDispatcher(Workers workers, boolean sendsMayWait, Runnable sendNext) {
        this.workers = workers;
        this.sendsMayWait = sendsMayWait;
        this.trampoline = new Trampoline(sendNext, this::sendOnWorker);
    }

    /** Called after queueing, on any thread. */
    void send() {
        EngineThread here = EngineThread.current();
        if (here == null && sendsMayWait) {
            sendOnWorker();
        } else if (here == null || !here.defers(this)) {
            sendHere();
        }
    }

    /** Called after queueing, on a thread that may block. */
    void sendWaiting() {
        EngineThread here = EngineThread.current();
        if (here == null || !here.defers(this)) {
            sendHere();
        }
    }

    /** Called after queueing, on a thread that has more to queue: a worker sends, or this thread before it waits. */
    void sendSoon() {
        EngineThread here = EngineThread.current();
        if (here != null) {
            here.sendsBeforeItWaits(this);
        }
        sendOnWorker();
    }

    @Override
    public void sendOnWorker() {
        workers.enter(turn);
    }

    @Override
    public void sendHere() {
        trampoline.run();
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
        public void run(TurnRunner runner) {
            sendHere();
        }

        @Override
        public void refused() {
            workers.enterLater(this);
        }

        @Override
        public void isStuck() {
            if (EngineThread.mayBlock()) {
                sendHere();
            }
        }
    }
}
