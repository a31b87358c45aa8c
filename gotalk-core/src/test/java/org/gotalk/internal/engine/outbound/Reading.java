package org.gotalk.internal.engine.outbound;

import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.internal.engine.shared.Workers;
import org.gotalk.testing.ManualScheduler;

/** Lets a test be a thread that reads from a connection. */
public final class Reading {

    private Reading() {}

    public static void run(Runnable reading) {
        ManualScheduler time = new ManualScheduler();
        OutboxSender pump = new OutboxSender(new Workers(Runnable::run, time, 1), false, () -> {});
        new EngineThread(pump, time).run(reading);
    }
}
