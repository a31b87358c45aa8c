package org.gotalk.jakarta.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.test.internal.ManualScheduler;
import org.junit.jupiter.api.Test;

class ApplicationSchedulerTest {

    private final ManualScheduler container = new ManualScheduler();
    private final ApplicationScheduler scheduler = new ApplicationScheduler(container);
    private final List<String> done = new ArrayList<>();

    @Test
    void tasksRunOnTheContainersScheduler() {
        scheduler.schedule(() -> done.add("a"), Duration.ofSeconds(1));

        container.advance(Duration.ofSeconds(2));

        assertThat(done).containsExactly("a");
    }

    @Test
    void aCancelledTaskDoesNotRun() {
        scheduler.schedule(() -> done.add("a"), Duration.ofSeconds(1)).cancel();
        assertThat(container.pending()).isZero();

        container.advance(Duration.ofSeconds(2));

        assertThat(done).isEmpty();
    }

    @Test
    void nothingIsLeftInTheContainerAfterTheEnd() {
        scheduler.schedule(() -> done.add("a"), Duration.ofSeconds(1));
        scheduler.schedule(() -> done.add("b"), Duration.ofSeconds(2));

        scheduler.stop();

        assertThat(container.pending()).isZero();
    }

    @Test
    void nothingIsScheduledAfterTheEnd() {
        scheduler.stop();

        scheduler.schedule(() -> done.add("late"), Duration.ZERO);

        assertThat(container.pending()).isZero();
    }
}
