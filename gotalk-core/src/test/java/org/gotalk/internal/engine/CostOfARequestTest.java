package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.gotalk.Limits;
import org.gotalk.internal.engine.observed.Observers;
import org.gotalk.testing.Allocation;
import org.gotalk.testing.Frames;
import org.junit.jupiter.api.Test;

/** What a small request takes of the heap, from its bytes to those of its answer. Counted, not timed. */
class CostOfARequestTest {

    /**
     * The mark. Measured, on JDK 17 and 25: 810 to 830 while the code is interpreted, 580 to 740 once it is compiled. The
     * payload alone is 128 of these.
     */
    private static final long MOST_BYTES = 1024;

    private static final int AT_ONCE = 64;
    private static final int SIZE = 128;
    private static final int ANSWER = "R000000000080".length() + SIZE;

    /** The compilers have seen enough then: they leave some objects out. */
    private static final int TRIES = 40;

    private static final int ROUNDS = 100;

    private EngineFixture fixture = new EngineFixture();
    private final CountingPeer peer = new CountingPeer();
    private final ByteBuffer requests = Frames.bytes(CountingPeer.requests(AT_ONCE, "echo", "x".repeat(SIZE)));

    @Test
    void takesAKibibyteAtMostWhereItIsAnsweredByTheThreadThatReads() {
        fixture.application.handlers().nonBlocking().handle("echo", byte[].class, bytes -> bytes);
        assertThat(bytesPerRequest()).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void takesAKibibyteAtMostWhereItIsAnsweredOnTheExecutor() {
        fixture.application.handlers().handle("echo", byte[].class, bytes -> bytes);
        assertThat(bytesPerRequest()).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void takesNoMoreWithTheObserversOfTheJdkThatRecordNothing() {
        fixture = new EngineFixture(
                Limits.defaults(), Observers.of(CostOfARequestTest.class.getClassLoader(), List.of()));
        fixture.application.handlers().handle("echo", byte[].class, bytes -> bytes);
        assertThat(bytesPerRequest()).isLessThanOrEqualTo(MOST_BYTES);
        fixture.engine.end();
    }

    private long bytesPerRequest() {
        fixture.connected(peer);
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && fewest > MOST_BYTES; i++) {
            fewest = Math.min(fewest, bytesPerRequestNow());
        }
        return fewest;
    }

    private long bytesPerRequestNow() {
        long before = peer.bytes();
        long allocated = Allocation.of(() -> rounds(ROUNDS));
        assertThat(peer.bytes() - before).as("bytes of answers").isEqualTo((long) ROUNDS * AT_ONCE * ANSWER);
        return allocated / (ROUNDS * AT_ONCE);
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            peer.repeats(requests);
            fixture.executor.runAll();
        }
    }
}
