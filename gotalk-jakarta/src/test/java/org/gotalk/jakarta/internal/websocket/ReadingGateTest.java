package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadingGateTest {

    private final ReadingGate gate = new ReadingGate(Duration.ofHours(1));

    @Test
    void readingGoesOnWhileItIsNotPaused() {
        assertThat(gate.await()).isTrue();
    }

    @Test
    void aPausedThreadWaitsUntilReadingIsResumed() throws Exception {
        gate.pause();
        CompletableFuture<Boolean> waiting = waiting();
        assertThat(waiting).isNotDone();

        gate.resume();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theEndLetsAPausedThreadGo() throws Exception {
        gate.pause();
        CompletableFuture<Boolean> waiting = waiting();

        gate.end();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void nothingPausesAfterTheEnd() {
        gate.end();
        gate.pause();

        assertThat(gate.await()).isFalse();
    }

    @Test
    void noThreadIsHeldForLongerThanTheLongestTime() {
        ReadingGate brief = new ReadingGate(Duration.ofMillis(1));
        brief.pause();

        assertThat(brief.await()).isTrue();
    }

    /** A thread that has reached the gate and is held there. */
    private CompletableFuture<Boolean> waiting() throws InterruptedException {
        CompletableFuture<Boolean> passed = new CompletableFuture<>();
        Thread thread = new Thread(() -> passed.complete(gate.await()));
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return passed;
    }
}
