package org.gotalk.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrampolineTest {

    private final List<String> done = new ArrayList<>();
    private int again;
    private final Trampoline loop = new Trampoline(this::step, () -> done.add("handed over"));

    private void step() {
        done.add("step");
        if (again-- > 0) {
            loop.run();
            done.add("asked");
        }
    }

    @Test
    void askingWithinTheStepRunsItAgainAfterwards() {
        again = 2;
        loop.run();
        assertThat(done).containsExactly("step", "asked", "step", "asked", "step");
    }

    @Test
    void aThreadHandsTheLoopOverAfterSomeRounds() {
        again = 1_000_000;
        loop.run();
        assertThat(Collections.frequency(done, "step")).isEqualTo(Trampoline.MAX_ROUNDS);
        assertThat(done).endsWith("handed over");
    }

    @Test
    void aLoopThatWasHandedOverIsTakenUpByTheNextThatRunsIt() {
        again = Trampoline.MAX_ROUNDS;
        loop.run();
        done.clear();
        loop.run();
        assertThat(done).startsWith("step").doesNotContain("handed over");
    }

    @Test
    void aLoopThatWasTakenUpIsInOrderAgain() {
        again = Trampoline.MAX_ROUNDS;
        loop.run();
        loop.run();
        done.clear();
        loop.run();
        assertThat(done).containsExactly("step");
    }
}
