package org.gotalk.jakarta.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final Queue<Runnable> insisted = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final BoundedExecutor executor = new BoundedExecutor(threads::add, insisted::add, 2, 1);

    @Test
    void noMoreTasksThanAllowedGetAThread() {
        executor.execute(() -> done.add("a"));
        executor.execute(() -> done.add("b"));
        executor.execute(() -> done.add("c"));

        assertThat(threads).hasSize(2);
    }

    @Test
    void aThreadThatIsDoneTakesWhatWaits() {
        executor.execute(() -> done.add("a"));
        executor.execute(() -> done.add("b"));
        executor.execute(() -> done.add("c"));

        threads.remove().run();

        assertThat(done).containsExactly("a", "c");
    }

    @Test
    void pastTheBoundsATaskIsRefused() {
        executor.execute(() -> {});
        executor.execute(() -> {});
        executor.execute(() -> {});

        assertThatThrownBy(() -> executor.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("2 tasks are running and 1 are waiting, which is all that may");
    }

    @Test
    void aThreadThatIsDoneMakesRoom() {
        executor.execute(() -> {});
        executor.execute(() -> {});
        threads.forEach(Runnable::run);
        threads.clear();

        executor.execute(() -> done.add("later"));
        threads.remove().run();

        assertThat(done).containsExactly("later");
    }

    @Test
    void theLoadIsTheShareOfThreadsThatAreBusy() {
        assertThat(executor.load()).isZero();
        executor.execute(() -> {});
        assertThat(executor.load()).isEqualTo(0.5);
        executor.execute(() -> {});
        executor.execute(() -> {});
        assertThat(executor.load()).isEqualTo(1);
        threads.forEach(Runnable::run);
        assertThat(executor.load()).isZero();
    }

    @Test
    void aTaskThatFailsDoesNotTakeItsThreadWithIt() {
        executor.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        executor.execute(() -> {});
        executor.execute(() -> done.add("next"));

        threads.remove().run();

        assertThat(done).containsExactly("next");
    }

    @Test
    void theRefusalOfTheThreadsIsHandedOnAndTakesNoRoom() {
        boolean[] busy = {true};
        Executor bounded = new BoundedExecutor(
                task -> {
                    if (busy[0]) {
                        throw new RejectedExecutionException("busy");
                    }
                    task.run();
                },
                insisted::add,
                1,
                0);

        assertThatThrownBy(() -> bounded.execute(() -> {})).hasMessage("busy");
        busy[0] = false;
        bounded.execute(() -> done.add("free"));

        assertThat(done).containsExactly("free");
        assertThat(insisted).isEmpty();
    }

    @Test
    void whatWasAcceptedWhileTheThreadsRefusedIsRunNevertheless() {
        Executor[] bounded = new Executor[1];
        bounded[0] = new BoundedExecutor(
                task -> {
                    bounded[0].execute(() -> done.add("accepted"));
                    throw new RejectedExecutionException("busy");
                },
                insisted::add,
                1,
                1);

        assertThatThrownBy(() -> bounded[0].execute(() -> {})).hasMessage("busy");
        insisted.remove().run();

        assertThat(done).containsExactly("accepted");
    }

    @Test
    void whoWaitsForTheEndWaitsForTasksThatRunAndThatWait() throws Exception {
        executor.execute(() -> done.add("a"));
        executor.execute(() -> done.add("b"));
        executor.execute(() -> done.add("c"));
        Thread worker = new Thread(() -> threads.forEach(Runnable::run));
        worker.start();

        assertThat(executor.awaitIdle(Duration.ofSeconds(20))).isZero();

        assertThat(done).containsExactly("a", "c", "b");
        worker.join(20_000);
    }

    @Test
    void whoWaitsForTheEndIsToldHowManyTasksDidNotEndInTime() throws Exception {
        executor.execute(() -> {});
        executor.execute(() -> {});

        assertThat(executor.awaitIdle(Duration.ofMillis(1))).isEqualTo(2);
        assertThat(executor.awaitIdle(Duration.ZERO)).isEqualTo(2);
    }
}
