package org.gotalk.jakarta.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads where a server has none to give. */
class OwnThreadsTest {

    private static final int LONGEST_SECONDS = 20;
    private static final int MAX_RUNNING = 1;
    private static final int MAX = 2 * MAX_RUNNING;
    private static final int MAX_WAITING = 1024;

    private final ClassLoader loader = new URLClassLoader(new URL[0], OwnThreadsTest.class.getClassLoader());
    private final ContainerThreads threads = OwnThreads.create("/shop", loader, MAX_RUNNING);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void end() {
        goOn.countDown();
        threads.end().run();
    }

    private void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theyHaveTheApplicationsNameAndItsClassLoader() throws Exception {
        Thread thread = ran();
        assertThat(thread.getContextClassLoader()).isSameAs(loader);
        assertThat(thread.getName()).isEqualTo("gotalk-handler/shop-1");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void asManyRunAtOnceAsAreAllowed() {
        CountDownLatch running = new CountDownLatch(MAX);
        for (int i = 0; i < MAX; i++) {
            threads.executor().execute(() -> {
                running.countDown();
                await(goOn);
            });
        }
        await(running);
    }

    @Test
    void tasksThatWaitAreRunAllOfThem() {
        CountDownLatch done = new CountDownLatch(MAX + MAX_WAITING);
        for (int i = 0; i < MAX + MAX_WAITING; i++) {
            threads.executor().execute(() -> {
                await(goOn);
                done.countDown();
            });
        }
        goOn.countDown();
        await(done);
    }

    @Test
    void aThreadThatIsIdleTakesTheNextTask() throws Exception {
        Thread first = ran();
        while (first.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(ran()).isSameAs(first);
    }

    private Thread ran() throws Exception {
        CompletableFuture<Thread> found = new CompletableFuture<>();
        threads.executor().execute(() -> found.complete(Thread.currentThread()));
        return found.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void tasksThatFindNoPlaceToWaitAreRejected() {
        for (int i = 0; i < MAX + MAX_WAITING; i++) {
            threads.executor().execute(() -> await(goOn));
        }
        assertThatThrownBy(() -> threads.executor().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void afterTheEndNothingIsTaken() {
        threads.end().run();

        assertThatThrownBy(() -> threads.executor().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThat(threads.scheduler().isShutdown()).isTrue();
    }
}
