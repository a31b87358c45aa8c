package org.gotalk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopTest {

    private final List<String> done = new ArrayList<>();
    private int again;
    private final Loop loop = new Loop(this::step);

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
    void theStepFollowsTheActionAndNoneRunsMeanwhile() {
        loop.runBehind(() -> {
            loop.run();
            loop.run();
            done.add("action");
        });
        assertThat(done).startsWith("action", "step").doesNotContain("asked");
    }

    @Test
    void anActionWithinTheStepRunsAtOnceAndTheStepFollowsItToo() {
        Loop[] inner = new Loop[1];
        inner[0] = new Loop(() -> {
            done.add("step");
            if (done.size() == 1) {
                inner[0].runBehind(() -> done.add("action"));
            }
        });
        inner[0].run();
        assertThat(done).containsExactly("step", "action", "step");
    }

    @Test
    void anActionThatFailsLeavesTheLoopInOrder() {
        try {
            loop.runBehind(() -> {
                throw new IllegalStateException("as the test wants it");
            });
        } catch (IllegalStateException expected) {
            done.add("failed");
        }
        loop.run();
        assertThat(done).containsExactly("step", "failed", "step");
    }
}
