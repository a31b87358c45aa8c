package org.gotalk.jakarta.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class EnduringExecutorTest {

    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<String> done = new ArrayList<>();

    @Test
    void untilTheEndTheThreadsDecideWhatIsRefused() {
        EnduringExecutor executor = over(task -> {
            throw new RejectedExecutionException("busy");
        });

        assertThatThrownBy(() -> executor.execute(() -> done.add("a")))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("busy");

        scheduler.runAll();
        assertThat(done).isEmpty();
    }

    @Test
    void threadsThatTheServerHasTakenAwayAreRefused() {
        EnduringExecutor executor = over(task -> {
            throw new IllegalStateException("gone");
        });

        assertThatThrownBy(() -> executor.execute(() -> done.add("a")))
                .isInstanceOf(RejectedExecutionException.class)
                .hasRootCauseMessage("gone");
    }

    @Test
    void inTheEndTheSchedulerRunsWhatTheThreadsRefuse() {
        EnduringExecutor refusing = over(task -> {
            throw new RejectedExecutionException("shut down");
        });
        EnduringExecutor gone = over(task -> {
            throw new IllegalStateException("gone");
        });
        refusing.end();
        gone.end();

        refusing.execute(() -> done.add("a"));
        gone.execute(() -> done.add("b"));

        assertThat(done).isEmpty();
        scheduler.runAll();
        assertThat(done).containsExactly("in context", "a", "in context", "b");
    }

    @Test
    void inTheEndTheThreadsRunWhatTheyTake() {
        EnduringExecutor executor = over(Runnable::run);
        executor.end();

        executor.execute(() -> done.add("a"));

        assertThat(done).containsExactly("a");
        assertThat(scheduler.scheduled).isEmpty();
    }

    private EnduringExecutor over(Executor threads) {
        return new EnduringExecutor(
                threads,
                task -> {
                    done.add("in context");
                    task.run();
                },
                scheduler);
    }
}
