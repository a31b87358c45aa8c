package org.gotalk.internal.engine.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gotalk.Limits;
import org.gotalk.internal.engine.shared.TurnRunner;
import org.gotalk.internal.wire.message.RequestId;
import org.junit.jupiter.api.Test;

class InboundStateTest {

    private final TurnRunner worker = new AnyWorker();
    private final InboundState one = new InboundState(Limits.defaults());
    private final InboundState other = new InboundState(Limits.defaults());

    /** The check for stalled workers may come when the worker is at another connection's requests. */
    @Test
    void aWorkerThatLeavesOneConnectionIsStillCountedOnByAnother() {
        add(one, 2);
        add(other, 3);
        one.take(worker);
        other.take(worker);
        one.leaves(worker);
        assertThat(other.claimTurn()).isFalse();
        assertThat(other.leaves(worker)).isTrue();
    }

    @Test
    void aWorkerThatLeavesTwiceLeavesOnce() {
        add(one, 3);
        one.take(worker);
        assertThat(one.leaves(worker)).isTrue();
        assertThat(one.leaves(worker)).isFalse();
        one.turnDequeued();
        one.take(worker);
        assertThat(one.claimTurn()).isFalse();
    }

    private static void add(InboundState waiting, int count) {
        waiting.open();
        for (int i = 0; i < count; i++) {
            waiting.add(new Nothing());
        }
    }

    private static final class Nothing extends InboundRequest {

        @Override
        public RequestId id() {
            return new RequestId(0);
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public boolean run(Completion completion) {
            return true;
        }

        @Override
        public int refuse(Duration delay, String reason) {
            return 0;
        }
    }

    /** A worker for which no time passes. */
    private static final class AnyWorker implements TurnRunner {

        @Override
        public long now() {
            return 0;
        }

        @Override
        public void begins(boolean isQuick) {}

        @Override
        public long stepBegan() {
            return 0;
        }

        @Override
        public boolean isSliceOver() {
            return false;
        }
    }
}
