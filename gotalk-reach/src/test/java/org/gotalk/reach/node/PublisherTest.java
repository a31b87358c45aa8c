package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.OutboxFullException;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.Broker;
import org.junit.jupiter.api.Test;

/** What is done where too much waits already. */
class PublisherTest {

    private static final CompletionStage<Position> REFUSED =
            CompletableFuture.failedStage(OutboxFullException.ofWaiting(1, 8));
    private static final CompletionStage<Position> TAKEN = CompletableFuture.completedStage(new Position("e", 1));

    private final CompletableFuture<Void> room = new CompletableFuture<>();

    @Test
    void aMessageIsPublishedAgainWhenThereIsRoom() {
        room.complete(null);
        assertThat(publish(List.of(REFUSED, TAKEN))).isEqualTo(new Position("e", 1));
    }

    @Test
    void theSecondRefusalIsTheAnswer() {
        room.complete(null);
        assertThatThrownBy(() -> publish(List.of(REFUSED, REFUSED))).isInstanceOf(OutboxFullException.class);
    }

    @Test
    void withoutRoomInTimeTheRefusalIsTheAnswer() {
        assertThatThrownBy(() -> publish(List.of(REFUSED))).isInstanceOf(OutboxFullException.class);
    }

    /** @param outcomes what the broker answers, one after the other */
    private Position publish(List<CompletionStage<Position>> outcomes) {
        Deque<CompletionStage<Position>> next = new ArrayDeque<>(outcomes);
        Broker broker = (Broker) Proxy.newProxyInstance(
                Broker.class.getClassLoader(),
                new Class<?>[] {Broker.class},
                (proxy, method, arguments) -> method.getName().equals("room") ? room : next.remove());
        Publisher publisher = new Publisher(broker, new Replies(Duration.ofMillis(1)));
        return publisher.publishAndWait(
                "r:one", RoomMessage.notification("", "said", new byte[0]), Keep.NOTHING, "notify");
    }
}
