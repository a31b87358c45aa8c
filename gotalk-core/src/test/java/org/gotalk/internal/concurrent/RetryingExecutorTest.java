package org.gotalk.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.junit.jupiter.api.Test;

/** An executor that is full must not lose what cannot be refused. */
class RetryingExecutorTest {

    private final ManualExecutor executor = new ManualExecutor();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final RetryingExecutor patient = new RetryingExecutor(executor, scheduler);
    private final List<String> done = new ArrayList<>();

    @Test
    void aTaskGoesStraightToAnExecutorThatHasRoom() {
        patient.execute(() -> done.add("task"));
        executor.runAll();
        assertThat(done).containsExactly("task");
        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void anExecutorThatIsFullIsAskedAgainUntilItHasRoom() {
        executor.isFull(true);
        patient.execute(() -> done.add("task"));
        scheduler.advance(Duration.ofSeconds(1));
        executor.isFull(false);
        scheduler.advance(Duration.ofMillis(100));
        executor.runAll();
        assertThat(done).containsExactly("task");
        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void aTaskThatNobodyElseWillRunAnyMoreRunsWhereItComesUp() {
        ScheduledExecutorService ended = Executors.newSingleThreadScheduledExecutor();
        ended.shutdown();
        new RetryingExecutor(ended, new SystemScheduler(ended)).execute(() -> done.add("task"));
        assertThat(done).containsExactly("task");
    }
}
