package org.gotalk.internal.engine.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Reading that threads turn off and on at the same time. */
class ReadControlTest {

    private final List<String> done = new ArrayList<>();
    private final AtomicBoolean mayRead = new AtomicBoolean(true);

    private void follow(ReadControl reading, boolean on) {
        mayRead.set(on);
        reading.follow(mayRead::get);
    }

    @Test
    void whatIsSoAlreadyIsNotResumed() {
        ReadControl reading = new ReadControl(() -> done.add("pause"), () -> done.add("resume"));
        follow(reading, true);
        follow(reading, false);
        follow(reading, true);
        follow(reading, true);
        assertThat(done).containsExactly("pause", "resume");
    }

    /** The change comes when this thread has asked, and before it has noted the answer. */
    @Test
    void readingGoesOnAfterAChangeThatWasJustMissed() {
        ReadControl reading = new ReadControl(() -> done.add("pause"), () -> done.add("resume"));
        mayRead.set(false);
        AtomicInteger asked = new AtomicInteger();
        reading.follow(() -> {
            boolean answer = mayRead.get();
            if (asked.incrementAndGet() == 2) { // under the lock
                follow(reading, true);
            }
            return answer;
        });
        assertThat(done).doesNotContain("pause");
        follow(reading, false);
        follow(reading, true);
        assertThat(done).endsWith("pause", "resume");
    }

    @Test
    void aPauseHoldsOnceItIsSaidThoughAnotherThreadIsHeldUpInResuming() throws Exception {
        CountDownLatch resuming = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger pauses = new AtomicInteger();
        ReadControl reading = new ReadControl(pauses::incrementAndGet, () -> {
            resuming.countDown();
            awaitUnchecked(goOn);
        });
        follow(reading, false);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> follow(reading, true));
        assertThat(resuming.await(30, TimeUnit.SECONDS)).isTrue();
        follow(reading, false);
        assertThat(pauses).hasValue(2);
        goOn.countDown();
        other.get(30, TimeUnit.SECONDS);
        reading.follow(mayRead::get);
        assertThat(pauses).as("the late thread may have turned it on again").hasValue(3);
    }

    @Test
    void readingThatGoesOnWithinTheCallThatResumesIsNoRecursion() {
        int rounds = 100_000;
        AtomicInteger resumed = new AtomicInteger();
        ReadControl[] reading = new ReadControl[1];
        reading[0] = new ReadControl(() -> {}, () -> {
            if (resumed.incrementAndGet() < rounds) {
                follow(reading[0], false);
                follow(reading[0], true);
            }
        });
        follow(reading[0], false);
        follow(reading[0], true);
        assertThat(resumed).hasValue(rounds);
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
