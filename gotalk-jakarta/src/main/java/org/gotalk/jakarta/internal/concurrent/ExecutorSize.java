package org.gotalk.jakarta.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.Scheduler.Cancellable;

/**
 * Finds out how many tasks an executor runs at once. Its kind and its configuration do not tell: servers share its
 * threads with others and grow them by rules of their own. So tasks are submitted that wait for each other, for a
 * moment.
 */
public final class ExecutorSize {

    /** Maximum tasks that are submitted: no more threads are made for the answer. */
    public static final int MAX_ASKED = 64;

    /** Time in which a further task must begin, or it is not expected any more. */
    static final Duration PATIENCE = Duration.ofMillis(250);

    /** After which no task waits: on a busy machine it takes a while until all threads are made. */
    private static final Duration LONGEST_WAIT = PATIENCE.multipliedBy(4);

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger(); // that ran at the same time
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CompletableFuture<Integer> answer = new CompletableFuture<>();
    private final Thread asker = Thread.currentThread();
    private final long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    private final int asked;

    private ExecutorSize(int asked) {
        this.asked = asked;
    }

    /**
     * Submits tasks.
     *
     * @param asked as many as it should run, at most {@link #MAX_ASKED}
     * @return how many of them ran at the same time, on other threads than this one; completes soon, on any thread;
     *     fails if the scheduler has been shut down
     */
    public static CompletionStage<Integer> ask(Executor executor, Scheduler scheduler, int asked) {
        ExecutorSize size = new ExecutorSize(Math.min(asked, MAX_ASKED));
        if (size.answerUnlessMore(scheduler, 0) == Cancellable.DROPPED) {
            return CompletableFuture.failedStage(new RejectedExecutionException("the scheduler has been shut down"));
        }
        size.submit(executor);
        return size.answer.minimalCompletionStage();
    }

    /** Answers when nothing has begun for a while. */
    private Cancellable answerUnlessMore(Scheduler scheduler, int before) {
        return scheduler.schedule(
                () -> {
                    int now = most.get();
                    boolean isLate = deadline - System.nanoTime() <= PATIENCE.toNanos();
                    if (now == before || isLate || answerUnlessMore(scheduler, now) == Cancellable.DROPPED) {
                        answer();
                    }
                },
                PATIENCE);
    }

    private void submit(Executor executor) {
        try {
            for (int i = 0; i < asked && answered.getCount() > 0; i++) {
                executor.execute(this::runUntilAnswered);
            }
        } catch (RuntimeException full) {
            return; // those that were accepted may still have to start: the time decides
        }
    }

    /** An executor may run a task on the thread that submits it, which must not wait. */
    private void runUntilAnswered() {
        long left = deadline - System.nanoTime();
        if (answered.getCount() == 0 || left <= 0 || Thread.currentThread() == asker) {
            return;
        }
        int now = running.incrementAndGet();
        if (most.accumulateAndGet(now, Math::max) == asked) {
            answer();
        }
        try {
            boolean unused = answered.await(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.decrementAndGet();
        }
    }

    private void answer() {
        boolean unused = answer.complete(most.get());
        answered.countDown();
    }
}
