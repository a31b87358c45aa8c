package org.gotalk.internal.engine.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.internal.engine.shared.Workers;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** The one writer of a connection. */
class OutboxTest {

    private static final EncodedMessage SMALL = notification(1);

    private final List<Integer> batches = new ArrayList<>();
    private final RawPeer transport = new RawPeer() {
        @Override
        public void send(List<Frame> frames, SendCompletion completion) {
            batches.add(frames.size());
            super.send(List.of(), completion);
        }
    };
    private final List<String> told = new ArrayList<>();
    private final Limits limits = Limits.builder().maxOutbound(200_000).build();
    private final Outbox outbox =
            new Outbox(transport, new Workers(Runnable::run, new ManualScheduler(), 1), limits, new Outbox.Listener() {
                @Override
                public void fullChanged() {
                    told.add(outbox().isFull() ? "full" : "room");
                }

                @Override
                public void sendFailed(Throwable cause) {
                    told.add("failed");
                }
            });

    private Outbox outbox() {
        return outbox;
    }

    private static EncodedMessage notification(int size) {
        return EncodedMessage.of(new NotificationMessage("n", Payload.of(new byte[size])));
    }

    private boolean offer(EncodedMessage message) {
        return outbox.offer(message, SendListener.UNWATCHED);
    }

    @Test
    void messageToAnIdleTransportGoesAtOnce() {
        offer(SMALL);
        assertThat(batches).containsExactly(1);
    }

    @Test
    void whatQueuesUpDuringASendGoesOutTogether() {
        transport.stopsReading();
        for (int i = 0; i < 5; i++) {
            offer(SMALL);
        }
        assertThat(batches).containsExactly(1);
        transport.readsAgain();
        assertThat(batches).containsExactly(1, 4);
    }

    @Test
    void batchEndsWithTheMessageThatFillsIt() {
        transport.stopsReading();
        for (int i = 0; i < 5; i++) {
            offer(notification(40_000));
        }
        transport.readsAgain();
        assertThat(batches).containsExactly(1, 2, 1);
    }

    @Test
    void messageThatFindsNoRoomIsNotQueued() {
        transport.stopsReading();
        assertThat(offer(notification(150_000))).isTrue();
        assertThat(offer(notification(60_000))).isFalse();
    }

    @Test
    void messageLargerThanTheLimitGoesAlone() {
        assertThat(offer(notification(300_000))).isTrue();
    }

    @Test
    void answerIsQueuedWhetherOrNotThereIsRoom() {
        transport.stopsReading();
        offer(notification(199_000));
        assertThat(outbox.force(notification(60_000))).isTrue();
        assertThat(outbox.isFull()).isTrue();
    }

    @Test
    void bothEdgesAreTold() {
        transport.stopsReading();
        outbox.force(notification(199_000));
        assertThat(told).isEmpty();
        outbox.force(notification(1_000));
        assertThat(told).containsExactly("full");
        transport.readsAgain();
        assertThat(told).containsExactly("full", "room");
    }

    @Test
    void producerThatMayWaitGoesOnWhenThereIsRoom() {
        transport.stopsReading();
        offer(notification(199_000));
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(
                () -> outbox.offer(notification(60_000), SendListener.UNWATCHED, Duration.ofMinutes(1)));
        transport.readsAgain();
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void producerWaitsNoLongerThanItMay() {
        transport.stopsReading();
        offer(notification(199_000));
        assertThat(outbox.offer(notification(60_000), SendListener.UNWATCHED, Duration.ofNanos(1)))
                .isFalse();
    }

    @Test
    void producerThatWaitsLearnsOfTheEnd() {
        transport.stopsReading();
        offer(notification(199_000));
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(
                () -> outbox.offer(notification(60_000), SendListener.UNWATCHED, Duration.ofMinutes(1)));
        outbox.abort();
        assertThat(waiting.join()).isFalse();
    }

    @Test
    void handoverIsToldWhenTheMessageIsSentAndNotBefore() {
        List<String> handedOver = new ArrayList<>();
        transport.stopsReading();
        outbox.offer(SMALL, () -> handedOver.add("first"));
        outbox.offer(SMALL, () -> handedOver.add("second"));
        assertThat(handedOver).containsExactly("first");
        transport.readsAgain();
        assertThat(handedOver).containsExactly("first", "second");
    }

    @Test
    void transportThatCompletesWithinTheSendDoesNotOverflowTheStack() {
        EncodedMessage wholeBatch = notification(Outbox.BATCH);
        transport.stopsReading();
        for (int i = 0; i < 100_000; i++) {
            outbox.force(wholeBatch);
        }
        assertThat(batches).hasSize(1);
        transport.readsAgain();
        assertThat(batches).hasSize(100_000);
    }
}
