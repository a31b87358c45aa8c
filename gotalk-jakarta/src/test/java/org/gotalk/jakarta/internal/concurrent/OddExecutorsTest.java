package org.gotalk.jakarta.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(100)
class OddExecutorsTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void whatRunsInTheCallerDoesNotHoldIt() {
        long start = System.nanoTime();
        var unused = ExecutorSize.ask(Runnable::run, new SystemScheduler(timer), 8);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void aSchedulerOnTheSameThreadIsNotHeldForLong() {
        long start = System.nanoTime();
        int size = ExecutorSize.ask(timer, new SystemScheduler(timer), 8)
                .toCompletableFuture()
                .join();
        assertThat(size).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void anExecutorThatIsReleasedDoesNotFailTheStart() {
        assertThatCode(() -> ExecutorSize.ask(
                        task -> {
                            throw new IllegalStateException("released");
                        },
                        new SystemScheduler(timer),
                        8))
                .doesNotThrowAnyException();
    }

    @Test
    void whatNeverRunsIsZero() throws Exception {
        assertThat(ExecutorSize.ask(task -> {}, new SystemScheduler(timer), 4)
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .isZero();
    }

    @Test
    void callerRunsWhenFullIsNotCountedAsAThread() throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                2,
                2,
                1,
                TimeUnit.SECONDS,
                new java.util.concurrent.ArrayBlockingQueue<>(1),
                new ThreadPoolExecutor.CallerRunsPolicy());
        try {
            assertThat(ExecutorSize.ask(pool, new SystemScheduler(timer), 8)
                            .toCompletableFuture()
                            .get(5, TimeUnit.SECONDS))
                    .isEqualTo(2);
        } finally {
            pool.shutdownNow();
        }
    }
}
