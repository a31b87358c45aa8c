package org.gotalk.jakarta.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.gotalk.test.internal.ManualScheduler;
import org.junit.jupiter.api.Test;

class FallbackExecutorTest {

    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<String> done = new ArrayList<>();

    @Test
    void untilTheEndTheThreadsDecideWhatIsRefused() {
        FallbackExecutor executor = over(task -> {
            throw new RejectedExecutionException("busy");
        });

        assertThatThrownBy(() -> executor.execute(() -> done.add("a")))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("busy");

        scheduler.advance(Duration.ZERO);
        assertThat(done).isEmpty();
    }

    @Test
    void threadsThatTheServerHasTakenAwayAreRefused() {
        FallbackExecutor executor = over(task -> {
            throw new IllegalStateException("gone");
        });

        assertThatThrownBy(() -> executor.execute(() -> done.add("a")))
                .isInstanceOf(RejectedExecutionException.class)
                .hasRootCauseMessage("gone");
    }

    @Test
    void inTheEndTheSchedulerRunsWhatTheThreadsRefuse() {
        FallbackExecutor refusing = over(task -> {
            throw new RejectedExecutionException("shut down");
        });
        FallbackExecutor gone = over(task -> {
            throw new IllegalStateException("gone");
        });
        refusing.end();
        gone.end();

        refusing.execute(() -> done.add("a"));
        gone.execute(() -> done.add("b"));

        assertThat(done).isEmpty();
        scheduler.advance(Duration.ZERO);
        assertThat(done).containsExactly("in context", "a", "in context", "b");
    }

    @Test
    void inTheEndTheThreadsRunWhatTheyTake() {
        FallbackExecutor executor = over(Runnable::run);
        executor.end();

        executor.execute(() -> done.add("a"));

        assertThat(done).containsExactly("a");
        assertThat(scheduler.pending()).isZero();
    }

    private FallbackExecutor over(Executor threads) {
        return new FallbackExecutor(
                threads,
                task -> {
                    done.add("in context");
                    task.run();
                },
                scheduler);
    }
}
