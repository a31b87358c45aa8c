package org.gotalk.testing;

import org.gotalk.internal.engine.shared.DeferrableSender;
import org.gotalk.internal.engine.shared.EngineThread;

/** Lets a test be a thread that reads from a connection. */
public final class Reading {

    private static final DeferrableSender NOTHING_TO_SEND = new DeferrableSender() {
        @Override
        public boolean isDeferredBy(Object thread) {
            return false;
        }

        @Override
        public void endDeferral() {}

        @Override
        public void sendHere() {}

        @Override
        public void sendOnWorker() {}
    };

    private Reading() {}

    public static void run(Runnable reading) {
        new EngineThread(NOTHING_TO_SEND, new ManualScheduler()).run(reading);
    }
}
