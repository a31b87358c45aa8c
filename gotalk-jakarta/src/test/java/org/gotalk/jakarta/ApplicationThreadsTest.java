package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gotalk.jakarta.internal.concurrent.ContainerThreads;
import org.gotalk.testing.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationThreadsTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final LogLines lines = new LogLines("org.gotalk.lifecycle");

    @AfterEach
    void end() {
        lines.close();
        pool.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void tooFewThreadsOfAServerAreToldAtStartWithTheRemedy() throws Exception {
        threads(false).warnIfTooFew(256, "Give it core-threads.", Duration.ZERO);

        assertThat(lines.next())
                .isEqualTo("The executor runs 4 tasks at once when asked for 64; gotalk.max-running is 256."
                        + " While that many handlers block, further requests wait. Give it core-threads.");
    }

    @Test
    void enoughThreadsAreNotWorthALine() throws Exception {
        threads(false).warnIfTooFew(4, "none", Duration.ZERO);
        threads(false).warnIfTooFew(5, "Give it one more.", Duration.ZERO);

        assertThat(lines.next()).endsWith("Give it one more.");
    }

    @Test
    void threadsOfOurOwnAreNotAsked() {
        threads(true).warnIfTooFew(256, "none", Duration.ZERO);

        assertThat(pool.shutdownNow()).isEmpty();
        assertThat(lines.further()).isEmpty();
    }

    private ApplicationThreads threads(boolean isSizeKnown) {
        ContainerThreads found = new ContainerThreads(
                pool, Runnable::run, timer, Thread::new, () -> Runnable::run, isSizeKnown, () -> {});
        return ApplicationThreads.on(found, Duration.ofSeconds(1));
    }
}
