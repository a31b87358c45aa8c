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
    private final ContextualExecutor executor = new ContextualExecutor(this::accept, contexts());

    @Test
    void tasksRunInTheContextInTheirOrder() {
        executor.execute(() -> done.add("first"));
        executor.execute(() -> done.add("second"));
        accepted.forEach(Runnable::run);
        assertThat(done).containsExactly("[", "first", "second", "]", "[", "]");
    }

    /** It would capture a context for each otherwise. */
    @Test
    void theExecutorIsHandedTheSameContextualTaskEachTime() {
        executor.execute(() -> {});
        executor.execute(() -> {});
        assertThat(accepted).hasSize(2).containsOnly(accepted.element());
    }

    @Test
    void whatIsRefusedIsNotRunLater() {
        isBusy = true;
        assertThatThrownBy(() -> executor.execute(() -> done.add("refused")))
                .isInstanceOf(RejectedExecutionException.class);
        isBusy = false;
        executor.execute(() -> done.add("accepted"));
        accepted.forEach(Runnable::run);
        assertThat(done).containsExactly("[", "accepted", "]");
    }

    /** The second is accepted, and its run takes the first, while that is on its way to be refused. */
    @Test
    void whatWasTakenBeforeItWasRefusedIsNotToldToBeRefused() {
        ContextualExecutor[] both = new ContextualExecutor[1];
        both[0] = new ContextualExecutor(
                contextual -> {
                    if (!isBusy) {
                        isBusy = true;
                        both[0].execute(() -> done.add("second"));
                        throw new RejectedExecutionException("busy");
                    }
                    contextual.run();
                },
                contexts());
        both[0].execute(() -> done.add("first"));
        assertThat(done).containsExactly("[", "first", "second", "]");
    }

    private void accept(Runnable task) {
        if (isBusy) {
            throw new RejectedExecutionException("busy");
        }
        accepted.add(task);
    }

    /** Puts brackets around what runs in its context. */
    private ContextService contexts() {
        return (ContextService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ContextService.class}, (proxy, method, arguments) -> {
                    Runnable task = (Runnable) arguments[0];
                    return (Runnable) () -> {
                        done.add("[");
                        task.run();
                        done.add("]");
                    };
                });
    }
}
