package org.gotalk.engine;

/** Lets a test be a thread that reads from a connection. */
public final class Reading {

    private Reading() {}

    public static void run(Runnable reading) {
        ManualScheduler time = new ManualScheduler();
        Pump pump = new Pump(new Workers(Runnable::run, time, 1), false, () -> {});
        new EngineThread(pump, time).run(reading);
    }
}
