package org.gotalk.net.internal.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.gotalk.CloseReason;
import org.gotalk.GotalkException;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.net.internal.reconnect.WaitingMessage.Sent;
import org.gotalk.test.internal.ManualScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way out, as it is when connections come and go while messages are given to them. */
class ReconnectingSenderTest {

    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<String> events = new ArrayList<>();
    private final ReconnectingSender outgoing =
            new ReconnectingSender(new OfflineBuffer(10, 1000), scheduler, () -> events.add("nothing waits"));
    private final EngineSock first = Fakes.connection();
    private final EngineSock second = Fakes.connection();

    @Test
    void aMessageIsGivenToAConnectionAfterTheOneBefore() {
        waits(new Message("a", to -> {
            outgoing.opened(first); // as another thread may
            events.add("a is done");
            return Sent.YES;
        }));
        waits(new Message("b", to -> Sent.YES));
        outgoing.opened(first);
        assertThat(events).containsExactly("a", "a is done", "b", "nothing waits");
    }

    @Test
    void aMessageDoesNotOvertakeOneThatIsBeingGivenToAConnection() {
        Message late = new Message("late", to -> Sent.YES);
        waits(new Message("a", to -> {
            assertThat(outgoing.enter(late, Duration.ZERO)).isEqualTo(ReconnectingSender.Admission.WAITS);
            return Sent.YES;
        }));
        outgoing.opened(first);
        assertThat(events).containsExactly("a", "late", "nothing waits");
    }

    @Test
    void aConnectionThatTakesNothingMoreIsNotAskedAgain() {
        waits(new Message("a", to -> to == first ? Sent.NO_CONNECTION : Sent.YES));
        waits(new Message("b", to -> Sent.YES));
        outgoing.opened(first);
        assertThat(events).containsExactly("a", "a waits");
        outgoing.opened(second);
        assertThat(events).containsExactly("a", "a waits", "a", "b", "nothing waits");
    }

    @Test
    void aConnectionThatComesWhileTheOneBeforeIsAskedIsUsedAtOnce() {
        waits(new Message("a", to -> {
            if (to == second) {
                return Sent.YES;
            }
            outgoing.opened(second);
            return Sent.NO_CONNECTION;
        }));
        outgoing.opened(first);
        assertThat(events).containsExactly("a", "a waits", "a", "nothing waits");
    }

    @Test
    void aMessageThatComesBackLateGoesOutOnTheNewConnection() {
        Message straggler = new Message("a", to -> Sent.YES);
        outgoing.opened(second);
        assertThat(outgoing.comesBack(straggler, first)).isTrue();
        assertThat(events).containsExactly("a", "nothing waits");
        assertThat(outgoing.enter(new Message("b", to -> Sent.YES), Duration.ZERO))
                .isEqualTo(ReconnectingSender.Admission.straightTo(second));
    }

    @Test
    void theEndOfAnEarlierConnectionDoesNotConcernTheLater() {
        outgoing.opened(second);
        outgoing.lost(first);
        assertThat(outgoing.enter(new Message("a", to -> Sent.YES), Duration.ZERO))
                .isEqualTo(ReconnectingSender.Admission.straightTo(second));
    }

    @Test
    void aMessageThatNoConnectionTookWhenAllWasGivenUpFails() {
        waits(new Message("a", to -> {
            outgoing.giveUp(CloseReason.NORMAL);
            return Sent.NO_ROOM;
        }));
        outgoing.opened(first);
        assertThat(events).containsExactly("a", "a fails", "nothing waits");
        assertThat(outgoing.somethingWaits()).isFalse();
    }

    @Test
    void whileAMessageIsGivenToAConnectionSomethingWaits() {
        waits(new Message("a", to -> {
            events.add("waits: " + outgoing.somethingWaits());
            return Sent.YES;
        }));
        outgoing.opened(first);
        assertThat(events).containsExactly("a", "waits: true", "nothing waits");
    }

    @Test
    @Timeout(30)
    void whoWaitsForRoomHasItOnceAMessageIsGone() throws Exception {
        ReconnectingSender narrow = new ReconnectingSender(new OfflineBuffer(1, 1000), scheduler, () -> {});
        AtomicReference<Sent> outcome = new AtomicReference<>(Sent.NO_ROOM);
        assertThat(narrow.enter(new Message("a", to -> outcome.get()), Duration.ZERO))
                .isEqualTo(ReconnectingSender.Admission.WAITS);
        narrow.opened(first);
        CompletableFuture<ReconnectingSender.Admission> entered = new CompletableFuture<>();
        Thread waiting =
                new Thread(() -> entered.complete(narrow.enter(new Message("b", to -> Sent.YES), Duration.ofHours(1))));
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        outcome.set(Sent.YES);
        scheduler.advance(Duration.ofMillis(20));
        assertThat(entered.get()).isEqualTo(ReconnectingSender.Admission.straightTo(first));
    }

    @Test
    @Timeout(30)
    void whoWaitsForRoomWhereThereIsNoneHasAConnectionOnceItComes() throws Exception {
        ReconnectingSender none = new ReconnectingSender(new OfflineBuffer(0, 1), scheduler, () -> {});
        CompletableFuture<ReconnectingSender.Admission> entered = new CompletableFuture<>();
        Thread waiting =
                new Thread(() -> entered.complete(none.enter(new Message("a", to -> Sent.YES), Duration.ofHours(1))));
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        none.opened(first);
        assertThat(entered.get()).isEqualTo(ReconnectingSender.Admission.straightTo(first));
    }

    private void waits(Message message) {
        assertThat(outgoing.enter(message, Duration.ZERO)).isEqualTo(ReconnectingSender.Admission.WAITS);
    }

    /** A message that does as the test says. */
    private final class Message implements WaitingMessage {

        private final String name;
        private final Function<EngineSock, Sent> behaviour;
        private final long order = outgoing.nextOrder();

        Message(String name, Function<EngineSock, Sent> behaviour) {
            this.name = name;
            this.behaviour = behaviour;
        }

        @Override
        public long order() {
            return order;
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public Sent sendOn(EngineSock connection) {
            events.add(name);
            return behaviour.apply(connection);
        }

        @Override
        public void waits() {
            events.add(name + " waits");
        }

        @Override
        public void fail(GotalkException reason) {
            events.add(name + " fails");
        }
    }
}
