package org.gotalk.jakarta.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutorSizeTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void isTheNumberOfItsThreads() throws Exception {
        assertThat(ask(Executors.newFixedThreadPool(3), 8)).isEqualTo(3);
    }

    @Test
    void isNoMoreThanWhatIsAsked() throws Exception {
        assertThat(ask(Executors.newCachedThreadPool(), 8)).isEqualTo(8);
    }

    @Test
    void tasksThatAreRejectedDoNotCount() throws Exception {
        assertThat(ask(new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1)), 8))
                .isEqualTo(2);
    }

    @Test
    void noThreadIsHeldAfterTheAnswer() throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

        assertThat(ask(pool, 8)).isEqualTo(2);

        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.getCompletedTaskCount()).isEqualTo(8);
    }

    private int ask(ExecutorService executor, int asked) throws Exception {
        try {
            return ExecutorSize.ask(executor, new SystemScheduler(timer), asked)
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } finally {
            executor.shutdown();
        }
    }
}
