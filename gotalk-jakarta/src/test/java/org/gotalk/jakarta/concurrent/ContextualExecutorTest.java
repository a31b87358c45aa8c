package org.gotalk.jakarta.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ContextService;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ContextualExecutorTest {

    private final Queue<Runnable> accepted = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private boolean isBusy;
    private final ContextualExecutor executor = new ContextualExecutor(this::accept, this::inContext, contexts());

    @Test
    void tasksRunInTheContext() {
        for (String name : List.of("first", "second")) {
            executor.execute(() -> done.add(name));
            accepted.remove().run();
        }
        assertThat(done).containsExactly("[", "captured", "first", "]", "[", "second", "]");
    }

    /** It would take its time to capture one otherwise. */
    @Test
    void aContextIsCapturedForAsManyTasksAsThereAreAtATime() {
        for (int i = 0; i < 5; i++) {
            executor.execute(() -> {});
            accepted.remove().run();
        }
        assertThat(done).filteredOn("captured"::equals).hasSize(1);
    }

    /** Open Liberty would begin to start the application once more if it were entered while that starts. */
    @Test
    void theContextIsNotEnteredByWhoHandsATaskOver() {
        executor.execute(() -> {});
        assertThat(done).isEmpty();
    }

    /** The executor counts what it was handed: none of it may be left behind without a task. */
    @Test
    void eachTaskIsHandedOverOnceAndRunByWhatWasHandedOverForIt() {
        executor.execute(() -> {
            done.add("first");
            executor.execute(() -> done.add("second"));
        });
        accepted.remove().run();
        assertThat(accepted).hasSize(1);
        assertThat(done).contains("first").doesNotContain("second");
    }

    @Test
    void aTaskThatFailsLeavesRoomForTheNext() {
        executor.execute(() -> {
            throw new IllegalStateException("as the test wants it");
        });
        assertThatThrownBy(accepted.remove()::run).hasMessage("as the test wants it");
        executor.execute(() -> done.add("next"));
        accepted.remove().run();
        assertThat(done).contains("next");
    }

    @Test
    void whatIsRefusedIsNotRunLater() {
        refuse();
        executor.execute(() -> done.add("accepted"));
        accepted.remove().run();
        assertThat(done).contains("accepted").doesNotContain("refused");
    }

    /** There is one once a task has run. */
    @Test
    void aContextualTaskThatWasRefusedIsUsedAgain() {
        executor.execute(() -> {});
        accepted.remove().run();
        refuse();
        executor.execute(() -> done.add("accepted"));
        accepted.remove().run();
        assertThat(done).contains("accepted").doesNotContain("refused");
        assertThat(done).filteredOn("captured"::equals).hasSize(1);
    }

    private void refuse() {
        isBusy = true;
        assertThatThrownBy(() -> executor.execute(() -> done.add("refused")))
                .isInstanceOf(RejectedExecutionException.class);
        isBusy = false;
    }

    private void accept(Runnable task) {
        if (isBusy) {
            throw new RejectedExecutionException("busy");
        }
        accepted.add(task);
    }

    private void inContext(Runnable task) {
        done.add("[");
        task.run();
        done.add("]");
    }

    /** Puts brackets around what runs in its context. */
    private ContextService contexts() {
        return (ContextService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ContextService.class}, (proxy, method, arguments) -> {
                    Runnable task = (Runnable) arguments[0];
                    done.add("captured");
                    return (Runnable) () -> inContext(task);
                });
    }
}
