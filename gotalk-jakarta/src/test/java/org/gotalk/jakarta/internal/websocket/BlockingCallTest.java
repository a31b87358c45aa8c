package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BlockingCallTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch isCut = new CountDownLatch(1);
    private final BlockingCall call = new BlockingCall(isCut::countDown);
    private final CountDownLatch begun = new CountDownLatch(1);

    @Test
    void noCallBeginsAfterTheEnd() {
        assertThat(call.enter()).isTrue();
        call.leave();
        call.end(Duration.ZERO);
        assertThat(call.enter()).isFalse();
    }

    @Test
    void theEndWaitsForACallThatReturnsInTime() throws Exception {
        CountDownLatch mayReturn = new CountDownLatch(1);
        CompletableFuture<Boolean> wasInterrupted = calling(() -> await(mayReturn));
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> call.end(LONG));
        mayReturn.countDown();
        end.get(30, TimeUnit.SECONDS);
        assertThat(wasInterrupted.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(call.isUnderWay()).isFalse();
    }

    @Test
    void theEndWithinTheCallDoesNotWaitForIt() {
        assertThat(call.enter()).isTrue();
        call.end(LONG);
        assertThat(call.isUnderWay()).isTrue();
    }

    @Test
    void aCallThatDoesNotReturnInTimeIsCut() throws Exception {
        CompletableFuture<Boolean> wasInterrupted = calling(() -> await(isCut));
        call.end(Duration.ZERO);
        assertThat(wasInterrupted.get(30, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void oneThatDoesNotReturnWhenItIsCutIsInterrupted() throws Exception {
        CompletableFuture<Boolean> wasInterrupted = calling(() -> await(new CountDownLatch(1)));
        call.end(Duration.ZERO);
        assertThat(wasInterrupted.get(30, TimeUnit.SECONDS))
                .as("the interrupt is for the call alone")
                .isFalse();
        assertThat(call.isUnderWay()).isFalse();
    }

    /** A call on a thread of its own; whether the thread is interrupted afterwards. */
    private CompletableFuture<Boolean> calling(Runnable container) throws InterruptedException {
        CompletableFuture<Boolean> wasInterrupted = new CompletableFuture<>();
        new Thread(() -> {
                    assertThat(call.enter()).isTrue();
                    begun.countDown();
                    container.run();
                    call.leave();
                    wasInterrupted.complete(Thread.interrupted());
                })
                .start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        return wasInterrupted;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
