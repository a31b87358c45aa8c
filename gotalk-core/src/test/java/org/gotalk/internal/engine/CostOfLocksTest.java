package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.gotalk.testing.locks.CountedClasses;
import org.gotalk.testing.locks.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many locks the engine takes for a request, from its bytes to those of its result. Counted, not timed. */
class CostOfLocksTest {

    private static final int ROUNDS = 100;

    /** Measured: 15 and 4.2. It was 27 and 13.2 before connections shared workers, 23 and 8.2 before one lock held all of a dispatch. */
    @ParameterizedTest
    @CsvSource({"1, 15, false", "64, 5, false", "1, 15, true", "64, 5, true"})
    void aRequestTakesSoManyLocksAtMost(int atOnce, long most, boolean isObserved) throws ReflectiveOperationException {
        BooleanSupplier requests = (BooleanSupplier) new CountedClasses()
                .loadClass(EchoedRequests.class.getName())
                .getConstructor(int.class, boolean.class)
                .newInstance(atOnce, isObserved);
        assertThat(requests.getAsBoolean()).as("answered").isTrue();
        Tally.clear();
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(requests.getAsBoolean()).as("answered").isTrue();
        }
        Map<String, AtomicLong> locks = new TreeMap<>(Tally.locks());
        long sum = locks.values().stream().mapToLong(AtomicLong::get).sum();
        assertThat(sum).as("locks for %s requests: %s", ROUNDS * atOnce, locks).isBetween(1L, most * ROUNDS * atOnce);
    }
}
