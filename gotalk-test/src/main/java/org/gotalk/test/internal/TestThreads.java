package org.gotalk.test.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The threads of one test server: they deliver messages and run handlers. Counts their tasks. */
public final class TestThreads implements Executor {

    private static final int MOST_PLACES = 12;

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final ExecutorService pool;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final AtomicLong submitted = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();

    /** No thread runs yet. */
    TestThreads(ThreadFactory factory) {
        pool = Executors.newCachedThreadPool(factory);
    }

    /** Makes threads of the operating system. */
    static Thread platform(Runnable task) {
        Thread thread = new Thread(task, "gotalk-test-" + NUMBERS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        submitted.incrementAndGet();
        try {
            pool.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            finished.incrementAndGet();
            throw e;
        }
    }

    private void run(Runnable task) {
        running.add(Thread.currentThread());
        try {
            task.run();
        } finally {
            running.remove(Thread.currentThread());
            finished.incrementAndGet();
        }
    }

    /** Whether a thread is one of these. */
    public boolean include(Thread thread) {
        return running.contains(thread);
    }

    /** What has happened so far. */
    Progress progress() {
        long before;
        long done;
        do {
            before = submitted.get();
            done = finished.get();
        } while (before != submitted.get());
        return new Progress(before, done);
    }

    /** Whether so many tasks have begun, and each of them waits for something. */
    boolean allWait(long tasks) {
        List<Thread.State> states = running.stream().map(Thread::getState).toList();
        return states.size() == tasks
                && states.stream().allMatch(state -> switch (state) {
                    case WAITING, TIMED_WAITING -> true;
                    case NEW, RUNNABLE, BLOCKED, TERMINATED -> false;
                });
    }

    /**
     * Interrupts what still runs, and waits for its end.
     *
     * @throws IllegalStateException if it does not end within the limit; the message tells where it is
     */
    void end(Duration limit) {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("handlers still run, although they were interrupted" + places());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String places() {
        return running.stream()
                .map(thread -> Arrays.stream(thread.getStackTrace())
                        .filter(place -> !place.getClassName().startsWith("java."))
                        .limit(MOST_PLACES)
                        .map(place -> "\n    at " + place)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n", ":", ""));
    }

    /**
     * What has happened so far.
     *
     * @param submitted the number of tasks that were begun
     * @param finished the number of those that have ended
     */
    record Progress(long submitted, long finished) {

        long pending() {
            return submitted - finished;
        }
    }
}
