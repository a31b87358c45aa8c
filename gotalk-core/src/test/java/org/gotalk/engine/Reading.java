package org.gotalk.engine;

/** Lets a test be a thread that reads from a connection. */
public final class Reading {

    private Reading() {}

    public static void run(Runnable reading) {
        new EngineThread(true, new ManualScheduler()).run(reading);
    }
}
