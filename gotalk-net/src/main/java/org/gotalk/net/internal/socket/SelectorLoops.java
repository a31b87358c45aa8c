package org.gotalk.net.internal.socket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few threads that serve all sockets. Each socket stays with one of them. */
public final class SelectorLoops implements AutoCloseable {

    private static final long LONGEST_END_SECONDS = 5;

    private final List<SelectorLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * Starts the threads.
     *
     * @param count how many, at least one
     */
    public SelectorLoops(int count, ThreadFactory factory) throws IOException {
        for (int i = 0; i < count; i++) {
            SelectorLoop loop = new SelectorLoop();
            loops.add(loop);
            Thread thread = factory.newThread(loop);
            threads.add(thread);
            thread.start();
        }
    }

    /** The loop whose turn it is to take a new channel. */
    SelectorLoop next() {
        return loops.get(Math.floorMod(turn.getAndIncrement(), loops.size()));
    }

    /** Ends the threads, and all sockets that are still there. Waits a short while for them. */
    @Override
    public void close() {
        loops.forEach(SelectorLoop::close);
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(LONGEST_END_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
