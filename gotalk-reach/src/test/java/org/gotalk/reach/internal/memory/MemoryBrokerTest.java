package org.gotalk.reach.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.OutboxFullException;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.BrokerContract;
import org.gotalk.reach.spi.Slice;
import org.junit.jupiter.api.Test;

class MemoryBrokerTest extends BrokerContract {

    private static final Keep MINUTE = new Keep(100, Duration.ofMinutes(1));

    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;
    private final MemoryBroker small = new MemoryBroker(clock, Runnable::run, 100, 100);

    @Override
    protected Broker newBroker() {
        return new MemoryBroker(InstantSource.system(), Runnable::run, 1 << 20, 1 << 20);
    }

    @Test
    void messagesAreKeptForTheirAge() {
        publish("r:one", 1);
        now = now.plusSeconds(59);
        publish("r:one", 1);
        now = now.plusSeconds(2);

        assertThat(last("r:one").messages()).hasSize(1);
    }

    @Test
    void oldMessagesMakeWayWhereThereIsNoRoom() {
        for (int i = 0; i < 20; i++) {
            publish("r:one", 10);
        }

        assertThat(last("r:one").messages()).hasSize(10);
        publish("r:one", 95);
        assertThat(last("r:one").messages()).hasSize(1);
    }

    @Test
    void aMessageThatDoesNotFitInIsAGap() {
        small.subscribe("r:one");
        Position first = publish("r:one", 10);
        publish("r:one", 101);
        publish("r:one", 10);

        Slice slice = small.since("r:one", first, 10).toCompletableFuture().join();

        assertThat(slice.state()).isEqualTo(Slice.State.GAP);
        assertThat(slice.messages()).hasSize(1);
    }

    @Test
    void nothingIsLeftOfAChannelThatNobodyNeeds() {
        small.subscribe("r:one");
        small.publish("r:one", new byte[1], Keep.NOTHING);
        small.unsubscribe("r:one");
        publish("r:two", 1);
        now = now.plusSeconds(120);
        small.publish("r:three", new byte[1], Keep.NOTHING);

        assertThat(small.size()).isZero();
    }

    @Test
    void aChannelThatWasGoneHasAnotherEpoch() {
        Position first = small.publish("r:one", new byte[1], Keep.NOTHING)
                .toCompletableFuture()
                .join();
        Position second = small.publish("r:one", new byte[1], Keep.NOTHING)
                .toCompletableFuture()
                .join();

        assertThat(second.epoch()).isNotEqualTo(first.epoch());
        assertThat(second.isAfter(first)).isFalse();
    }

    @Test
    void whatIsNotDeliveredHasALimit() {
        List<Runnable> later = new ArrayList<>();
        MemoryBroker broker = new MemoryBroker(clock, later::add, 100, 100);
        List<CompletionStage<Void>> room = new ArrayList<>();
        CompletableFuture<Void> outer = new CompletableFuture<>();
        broker.start("node", (channel, position, message) -> {
            if (outer.isDone()) {
                return;
            }
            // Meanwhile nobody else delivers: what is published waits.
            outer.complete(null);
            assertThat(broker.publish("r:one", new byte[40], Keep.NOTHING)).isCompleted();
            assertThatThrownBy(() -> broker.publish("r:one", new byte[1], Keep.NOTHING)
                            .toCompletableFuture()
                            .join())
                    .hasCauseInstanceOf(OutboxFullException.class);
            room.add(broker.room());
        });
        broker.subscribe("r:one");

        broker.publish("r:one", new byte[60], Keep.NOTHING);

        assertThat(outer).isCompleted();
        assertThat(room).singleElement().satisfies(opened -> assertThat(opened).isCompleted());
        assertThat(broker.publish("r:one", new byte[100], Keep.NOTHING)).isCompleted();
    }

    private Position publish(String channel, int size) {
        return small.publish(channel, new byte[size], MINUTE)
                .toCompletableFuture()
                .join();
    }

    private Slice last(String channel) {
        return small.last(channel, 1000).toCompletableFuture().join();
    }
}
