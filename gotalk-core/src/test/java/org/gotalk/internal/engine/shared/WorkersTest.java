package org.gotalk.internal.engine.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.internal.concurrent.PeriodicCheck;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads that connections share, and the line in which they wait for them. */
@Timeout(60)
class WorkersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ManualScheduler time = new ManualScheduler();
    private final ManualExecutor executor = new ManualExecutor();
    private final Workers workers = new Workers(executor, time, 4);
    private final List<String> done = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
        clock.shutdownNow();
    }

    /** Something that has so much to do, and does a piece in each turn. */
    private final class Job extends Turn {

        private final String name;
        private int pieces;

        Job(String name, int pieces) {
            this.name = name;
            this.pieces = pieces;
        }

        @Override
        public void run(TurnRunner runner) {
            done.add(name);
            if (--pieces > 0) {
                workers.enter(this);
            }
        }

        @Override
        public void refused() {
            done.add(name + " refused");
        }

        @Override
        public void isLate() {
            done.add(name + " late");
        }
    }

    @Test
    void whoHasMuchToDoAndWhoHasLittleTakeTurns() {
        workers.enter(new Job("much", 4));
        workers.enter(new Job("little", 1));
        executor.runAll();
        assertThat(done).containsExactly("much", "little", "much", "much", "much");
    }

    @Test
    void aTurnStandsInTheLineOnce() {
        Job job = new Job("once", 1);
        workers.enter(job);
        workers.enter(job);
        executor.runAll();
        assertThat(done).containsExactly("once");
    }

    @Test
    void whatIsQuickTakesOneWorker() {
        for (int i = 0; i < 100; i++) {
            workers.execute(() -> done.add("task"));
        }
        executor.runAll();
        assertThat(done).hasSize(100);
        assertThat(executor.submissions()).isOne();
    }

    @Test
    void aWorkerThatMayTakeLongIsNotWaitedFor() {
        workers.execute(() -> {
            Worker.mayTakeLongHere();
            workers.execute(() -> done.add("beside"));
            executor.runAll();
            done.add("long");
        });
        executor.runAll();
        assertThat(done).containsExactly("beside", "long");
    }

    @Test
    void noneIsWaitedForThatIsHeldUpUnexpectedly() {
        workers.execute(() -> {
            workers.execute(() -> done.add("beside"));
            time.advance(PeriodicCheck.INTERVAL.multipliedBy(2));
            executor.runAll();
            done.add("held up");
        });
        executor.runAll();
        assertThat(done).containsExactly("beside", "held up");
    }

    @Test
    void thereAreNoMoreWorkersThanAllowed() throws Exception {
        Workers real = new Workers(threads, new SystemScheduler(clock), 4);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(4);
        CountDownLatch ended = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            real.execute(() -> {
                Worker.mayTakeLongHere();
                begun.countDown();
                await(mayEnd);
                ended.countDown();
            });
        }
        await(begun);
        assertThat(real.load()).isEqualTo(1);
        assertThat(ended.getCount()).isEqualTo(8);
        mayEnd.countDown();
        await(ended);
    }

    @Test
    void workThatComesSoonAfterFindsAWorkerThatWaits() throws Exception {
        AtomicInteger submitted = new AtomicInteger();
        Workers real = new Workers(
                worker -> {
                    submitted.incrementAndGet();
                    threads.execute(worker);
                },
                new SystemScheduler(clock),
                4);
        int tasks = 1000;
        for (int i = 0; i < tasks; i++) {
            CountDownLatch ran = new CountDownLatch(1);
            real.execute(ran::countDown);
            await(ran);
        }
        assertThat(submitted.get()).as("of " + tasks).isLessThan(tasks / 10);
    }

    /** As an executor does that queues what it has no thread for. */
    @Test
    void noneIsIdleWhileThereIsWork() {
        assertThat(workers.idle()).hasValue(0);
        workers.enter(new Job("a", 1));
        assertThat(workers.idle()).isEmpty();
        executor.runAll();
        assertThat(workers.idle()).hasValue(0);
    }

    @Test
    void aWorkerThatNeverBeginsKeepsNoneThatWaitsFromBeingCalled() throws Exception {
        AtomicInteger submitted = new AtomicInteger();
        Workers real = new Workers(
                worker -> {
                    if (submitted.getAndIncrement() == 0) {
                        threads.execute(worker);
                    }
                },
                new SystemScheduler(clock),
                4);
        CountDownLatch behind = new CountDownLatch(1);
        real.execute(() -> {
            Worker.mayTakeLongHere();
            real.execute(behind::countDown);
        });
        await(behind);
        assertThat(submitted.get()).isEqualTo(2);
        CountDownLatch ran = new CountDownLatch(1);
        real.execute(ran::countDown);
        await(ran);
    }

    @Test
    void theEndWaitsForWorkThatRuns() throws Exception {
        Workers real = new Workers(threads, new SystemScheduler(clock), 4);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        real.execute(() -> {
            begun.countDown();
            await(mayEnd);
        });
        await(begun);
        assertThat(real.end(Duration.ofMillis(1))).isOne();
        Future<Integer> end = threads.submit(() -> real.end(Duration.ofSeconds(30)));
        mayEnd.countDown();
        assertThat(end.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void whereTheExecutorHasNoThreadTurnsAreRefusedAndTasksRejected() {
        executor.isFull(true);
        workers.enter(new Job("job", 1));
        assertThat(done).containsExactly("job refused");
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> workers.execute(() -> done.add("task")));
    }

    @Test
    void whereTheExecutorRefusesOneMoreTheWorkersThereAreDoTheWork() {
        workers.execute(() -> {
            Worker.mayTakeLongHere();
            executor.isFull(true);
            workers.enter(new Job("job", 1));
        });
        executor.runAll();
        assertThat(done).containsExactly("job");
    }

    @Test
    void theLoadIsOfWhatTheExecutorReallyHas() {
        List<Double> loads = new ArrayList<>();
        workers.execute(() -> {
            Worker.mayTakeLongHere();
            loads.add(workers.load());
            executor.isFull(true);
            workers.enter(new Job("job", 1));
            loads.add(workers.load());
        });
        executor.runAll();
        assertThat(loads).containsExactly(0.25, 1.0);
    }

    @Test
    void aTurnThatWaitsForTooLongIsToldOnceAndKeepsItsPlace() {
        workers.enter(new Job("job", 1));
        time.advance(PATIENCE);
        workers.tick(time.nanoTime(), PATIENCE);
        workers.tick(time.nanoTime(), PATIENCE);
        executor.runAll();
        assertThat(done).containsExactly("job late", "job");
    }

    @Test
    void aFailureConcernsItsOwnTaskAlone() {
        workers.execute(() -> {
            throw new IllegalStateException("as the test wants it");
        });
        workers.execute(() -> done.add("next"));
        executor.runAll();
        assertThat(done).containsExactly("next");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
