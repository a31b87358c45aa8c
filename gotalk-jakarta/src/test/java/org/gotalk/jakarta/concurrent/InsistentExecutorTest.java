package org.gotalk.jakarta.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class InsistentExecutorTest {

    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<String> done = new ArrayList<>();
    private boolean busy = true;
    private final Executor executor = new InsistentExecutor(this::run, scheduler);

    @Test
    void whatTheThreadsRefuseIsTriedAgainUntilTheyTakeIt() {
        executor.execute(() -> done.add("a"));
        scheduler.runAll();
        assertThat(done).isEmpty();

        busy = false;
        scheduler.runAll();

        assertThat(done).containsExactly("a");
        assertThat(scheduler.scheduled).isEmpty();
    }

    private void run(Runnable task) {
        if (busy) {
            throw new RejectedExecutionException("busy");
        }
        task.run();
    }
}
