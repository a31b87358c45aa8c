package org.gotalk.reach.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for every {@link Broker}, of which a node has one. */
@Timeout(60)
public abstract class BrokerContract {

    private static final long LONGEST_SECONDS = 20;
    private static final Keep THREE = new Keep(3, Duration.ofMinutes(1));

    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private Broker broker;

    /** A broker that is not started. */
    protected abstract Broker newBroker();

    @BeforeEach
    void start() {
        broker = newBroker();
        broker.start(
                "node-a",
                (channel, position, message) -> taken.add(
                        channel + " " + position.offset() + " " + new String(message, StandardCharsets.UTF_8)));
    }

    @AfterEach
    void end() {
        broker.close();
    }

    @Test
    void whatIsPublishedComesInItsOrder() throws Exception {
        await(broker.subscribe("r:one"));

        for (int i = 1; i <= 500; i++) {
            publish("r:one", "m" + i, Keep.NOTHING);
        }

        for (int i = 1; i <= 500; i++) {
            assertThat(next()).isEqualTo("r:one " + i + " m" + i);
        }
    }

    @Test
    void channelsAreCountedByThemselves() throws Exception {
        await(broker.subscribe("r:one"));
        await(broker.subscribe("r:two"));

        await(publish("r:one", "a", Keep.NOTHING));
        await(publish("r:two", "b", Keep.NOTHING));

        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("r:one 1 a", "r:two 1 b");
    }

    @Test
    void subscribingTellsTheLastPosition() throws Exception {
        await(broker.subscribe("r:one"));
        Position last = await(publish("r:one", "a", Keep.NOTHING));

        assertThat(await(broker.subscribe("r:one"))).isEqualTo(last);
    }

    @Test
    void twoSubscriptionsGetAMessageOnceAndEndOneByOne() throws Exception {
        await(broker.subscribe("r:one"));
        await(broker.subscribe("r:one"));
        broker.unsubscribe("r:one");

        await(publish("r:one", "a", Keep.NOTHING));
        await(publish("r:one", "b", Keep.NOTHING));

        assertThat(next()).isEqualTo("r:one 1 a");
        assertThat(next()).isEqualTo("r:one 2 b");
    }

    @Test
    void theLastMessagesAreKept() throws Exception {
        for (String message : List.of("a", "b", "c", "d")) {
            await(publish("r:one", message, THREE));
        }

        Slice last = await(broker.last("r:one", 2));

        assertThat(texts(last)).containsExactly("3 c", "4 d");
        assertThat(last.state()).isEqualTo(Slice.State.OK);
        assertThat(texts(await(broker.last("r:one", 10)))).containsExactly("2 b", "3 c", "4 d");
    }

    @Test
    void readingAfterAPositionTellsOfAGap() throws Exception {
        Position first = await(publish("r:one", "a", THREE));
        Position second = await(publish("r:one", "b", THREE));
        for (String message : List.of("c", "d", "e")) {
            await(publish("r:one", message, THREE));
        }

        Slice whole = await(broker.since("r:one", second, 10));
        assertThat(texts(whole)).containsExactly("3 c", "4 d", "5 e");
        assertThat(whole.state()).isEqualTo(Slice.State.OK);
        assertThat(await(broker.since("r:one", first, 10)).state()).isEqualTo(Slice.State.GAP);
        assertThat(texts(await(broker.since("r:one", second, 2)))).containsExactly("3 c", "4 d");
    }

    @Test
    void aPositionOfAnotherEpochIsTold() throws Exception {
        await(publish("r:one", "a", THREE));

        Slice other = await(broker.since("r:one", new Position("another", 7), 10));

        assertThat(other.state()).isEqualTo(Slice.State.OTHER_EPOCH);
        assertThat(texts(other)).containsExactly("1 a");
    }

    @Test
    void whatIsNotKeptIsAGap() throws Exception {
        await(broker.subscribe("r:one"));
        Position first = await(publish("r:one", "a", Keep.NOTHING));
        await(publish("r:one", "b", Keep.NOTHING));

        Slice slice = await(broker.since("r:one", first, 10));

        assertThat(slice.messages()).isEmpty();
        assertThat(slice.state()).isEqualTo(Slice.State.GAP);
    }

    @Test
    void nothingIsMissingAfterTheLastMessage() throws Exception {
        await(broker.subscribe("r:one"));
        Position last = await(publish("r:one", "a", Keep.NOTHING));

        assertThat(await(broker.since("r:one", last, 10)).state()).isEqualTo(Slice.State.OK);
    }

    @Test
    void anyTextIsTheNameOfAChannel() throws Exception {
        List<String> names = List.of("r:*", "r:{x}", "r::n:1", "r:$gotalk/x", "r:a\r\nb", "r:../../x", "r:日本");
        for (String name : names) {
            await(broker.subscribe(name));
            await(publish(name, "m", THREE));

            assertThat(next()).isEqualTo(name + " 1 m");
            assertThat(texts(await(broker.last(name, 5)))).containsExactly("1 m");
        }
    }

    @Test
    void thereIsRoomWhileLittleWaits() throws Exception {
        await(broker.room());
        await(broker.tell("node-b", new byte[1]));
    }

    @Test
    void anEmptyChannelHasNothing() throws Exception {
        assertThat(await(broker.last("r:none", 5)).messages()).isEmpty();
        assertThatThrownBy(() -> new Keep(-1, Duration.ZERO)).hasMessageContaining("must not be negative");
    }

    private CompletionStage<Position> publish(String channel, String message, Keep keep) {
        return broker.publish(channel, message.getBytes(StandardCharsets.UTF_8), keep);
    }

    private String next() throws InterruptedException {
        String next = taken.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no further message came");
        }
        return next;
    }

    private static List<String> texts(Slice slice) {
        List<String> texts = new ArrayList<>();
        slice.messages()
                .forEach(kept ->
                        texts.add(kept.position().offset() + " " + new String(kept.bytes(), StandardCharsets.UTF_8)));
        return texts;
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }
}
