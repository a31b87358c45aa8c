package org.gotalk.internal.engine.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers that block until a peer answers. */
@Timeout(60)
class BlockedWorkersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ManualScheduler time = new ManualScheduler();
    private final ManualExecutor executor = new ManualExecutor();
    private final List<String> done = new ArrayList<>();

    /** Something to do once. */
    private final class Job extends Turn {

        @Override
        public void run(TurnRunner runner) {
            done.add("job");
        }

        @Override
        public void refused() {
            done.add("job refused");
        }

        @Override
        public void isStuck() {
            done.add("job stuck");
        }
    }

    @Test
    void asManyMoreWorkAsBlockForPeers() {
        Workers two = new Workers(executor, time, 2);
        two.execute(() -> EngineThread.awaitPeer(() -> {
            two.execute(() -> EngineThread.awaitPeer(() -> {
                assertThat(two.load()).as("two of four threads").isEqualTo(0.5);
                two.execute(() -> {
                    Worker.mayTakeLongHere();
                    two.execute(() -> done.add("beside"));
                    executor.runAll();
                    done.add("third");
                });
                executor.runAll();
                return done.add("second");
            }));
            executor.runAll();
            return done.add("first");
        }));
        executor.runAll();
        assertThat(done).containsExactly("beside", "third", "second", "first");
        assertThat(two.load()).isZero();
    }

    @Test
    void whatWaitsIsToldAtOnceThatAllBlockForPeersAndNoMoreMayCome() {
        Workers one = new Workers(executor, time, 1);
        Job job = new Job();
        one.execute(() -> EngineThread.awaitPeer(() -> {
            one.execute(() -> EngineThread.awaitPeer(() -> {
                one.enter(job);
                return done.add("both block");
            }));
            executor.runAll();
            return true;
        }));
        executor.runAll();
        assertThat(done).containsExactly("job stuck", "both block", "job");
    }

    @Test
    void whatWaitsIsToldWhenTheLastWorkerBlocksToo() {
        Workers one = new Workers(executor, time, 1);
        Job job = new Job();
        one.execute(() -> {
            executor.isFull(true);
            one.enter(job);
            EngineThread.awaitPeer(() -> done.add("blocks"));
        });
        executor.runAll();
        assertThat(done).containsExactly("job stuck", "blocks", "job");
    }

    @Test
    void whatWaitsIsToldWhenTheExecutorDoesNotBeginAnother() {
        Workers one = new Workers(executor, time, 1, "", Runnable::run);
        Job job = new Job();
        one.execute(() -> EngineThread.awaitPeer(() -> {
            one.enter(job);
            one.tick(time.nanoTime(), PATIENCE);
            done.add("waits");
            time.advance(Duration.ofSeconds(1));
            one.tick(time.nanoTime(), PATIENCE);
            return done.add("blocks");
        }));
        executor.runAll();
        assertThat(done).containsExactly("waits", "job stuck", "blocks", "job");
    }
}
