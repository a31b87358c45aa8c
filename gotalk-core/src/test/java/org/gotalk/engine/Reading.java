package org.gotalk.engine;

import org.gotalk.Limits;

/** Lets a test be a thread that reads from a connection. */
public final class Reading {

    private Reading() {}

    public static void run(Runnable reading) {
        ManualScheduler time = new ManualScheduler();
        Workers workers = new Workers(Runnable::run, time, 1);
        Outbox outbox = new Outbox(new RawPeer(), workers, Limits.defaults(), new Outbox.Listener() {
            @Override
            public void roomAgain() {}

            @Override
            public void sendFailed(Throwable cause) {}
        });
        new EngineThread(outbox, time).run(reading);
    }
}
