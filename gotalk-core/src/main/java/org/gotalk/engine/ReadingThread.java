package org.gotalk.engine;

/**
 * Knows whether the current thread is reading from a connection. One that waited there for a peer would wait for
 * something that only it could read.
 */
public final class ReadingThread {

    private static final ThreadLocal<Boolean> READING = new ThreadLocal<>();

    private ReadingThread() {}

    /** Runs what a reading thread does. */
    static void run(Runnable reading) {
        boolean nested = isCurrent();
        READING.set(true);
        try {
            reading.run();
        } finally {
            if (!nested) {
                READING.remove();
            }
        }
    }

    /** Throws where a call that waits would never end. */
    public static void refuseToWait(String call, String remedy) {
        if (isCurrent()) {
            throw new IllegalStateException(
                    call + " waits, which a thread that reads from a connection must not do; use " + remedy);
        }
    }

    private static boolean isCurrent() {
        return READING.get() != null;
    }
}
