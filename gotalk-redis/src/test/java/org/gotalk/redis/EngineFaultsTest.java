package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.Presence;
import org.gotalk.reach.spi.Slice;
import org.gotalk.redis.engine.Engine;
import org.gotalk.redis.internal.link.Timings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An engine that dies, stands still, or loses its data. */
@Timeout(90)
class EngineFaultsTest {

    private final String application = Node.newApplication();

    @Test
    void anEngineKilledAndBackWithItsDiskLosesNothing() throws Exception {
        try (Engine engine = Engine.startWithDisk();
                Node publisher = new Node(engine.address(), application);
                Node subscriber = new Node(engine.address(), application)) {
            Position before = subscriber.subscribe("r:one");
            SteadyLoad load = new SteadyLoad(publisher, "r:one", Node.KEPT);
            load.more(1000);
            engine.kill();
            load.more(4000);
            engine.startAgain();
            load.more(1000);
            load.stop();

            load.assertAllArriveAt(subscriber);
            Slice all = Node.await(publisher.broker().since("r:one", before, 10 * load.count()));
            assertThat(all.state()).isEqualTo(Slice.State.OK);
        }
    }

    @Test
    void anEngineBackWithNothingLosesNothingForThoseConnected() throws Exception {
        try (Engine engine = Engine.start();
                Node publisher = new Node(engine.address(), application);
                Node subscriber = new Node(engine.address(), application)) {
            Position before = subscriber.subscribe("r:one");
            SteadyLoad load = new SteadyLoad(publisher, "r:one", Node.KEPT);
            load.more(1000);
            engine.kill();
            load.more(4000);
            engine.startAgain();
            load.more(1000);
            List<Position> positions = load.stop();

            load.assertAllArriveAt(subscriber);
            assertThat(positions).extracting(Position::epoch).doesNotContain("").contains(before.epoch());
            assertThat(positions.get(positions.size() - 1).epoch()).isNotEqualTo(before.epoch());
            assertThat(Node.await(publisher.broker().since("r:one", before, 10)).state())
                    .isEqualTo(Slice.State.OTHER_EPOCH);
        }
    }

    @Test
    void anEngineThatStandsStillForFourSecondsLosesNothing() throws Exception {
        try (Engine engine = Engine.start();
                Node publisher = new Node(engine.address(), application);
                Node subscriber = new Node(engine.address(), application)) {
            subscriber.subscribe("r:one");
            SteadyLoad load = new SteadyLoad(publisher, "r:one", Keep.NOTHING);
            load.more(1000);
            engine.freeze();
            load.more(8000);
            engine.goOn();
            load.more(1000);
            List<Position> positions = load.stop();

            load.assertAllArriveAt(subscriber);
            assertThat(subscriber.positions()).isEqualTo(positions);
        }
    }

    @Test
    void anEngineThatIsWipedBeginsAnotherEpoch() throws Exception {
        try (Engine engine = Engine.start();
                Node publisher = new Node(engine.address(), application);
                Node subscriber = new Node(engine.address(), application, NodeProgram.timings(300, 1500));
                var operator = engine.connect()) {
            subscriber.subscribe("r:one");
            subscriber.join("r:one", "m1");
            Position before = Node.await(publisher.publish("r:one", "a", Keep.RECENT));
            operator.say("FLUSHALL");

            Position after = Node.await(publisher.publish("r:one", "b", Keep.RECENT));

            assertThat(List.of(subscriber.nextArrival(), subscriber.nextArrival()))
                    .containsExactly("a", "b");
            assertThat(after.epoch()).isNotEqualTo(before.epoch());
            Slice slice = Node.await(publisher.broker().since("r:one", before, 10));
            assertThat(slice.state()).isEqualTo(Slice.State.OTHER_EPOCH);
            assertThat(slice.messages()).hasSize(1);
            Node.until(() -> names(subscriber).equals(List.of("m1")));
        }
    }

    @Test
    void whileTheEngineIsAwayJoiningFailsAndPublishingWaits() throws Exception {
        Timings impatient = Timings.defaults(Duration.ofSeconds(1));
        try (Engine engine = Engine.start();
                Node node = new Node(engine.address(), application, impatient)) {
            Position before = node.subscribe("r:one");
            engine.kill();
            CompletionStage<Position> published = node.publish("r:one", "waits", Keep.RECENT);

            for (CompletionStage<?> call : List.of(
                    node.broker().subscribe("r:two"),
                    node.broker().since("r:one", before, 10),
                    node.presence().join("r:one", new Presence("m1", "", new byte[0])))) {
                assertThatThrownBy(() -> Node.await(call)).hasRootCauseMessage("the engine cannot be reached");
            }
            assertThat(published.toCompletableFuture()).isNotDone();

            engine.startAgain();

            Node.await(published);
            assertThat(node.nextArrival()).isEqualTo("waits");
        }
    }

    @Test
    void membersEnterAgainWhereTheEngineHasLostThem() throws Exception {
        try (Engine engine = Engine.start();
                Node one = new Node(engine.address(), application);
                Node other = new Node(engine.address(), application)) {
            one.join("r:one", "first");
            other.join("r:one", "second");
            one.join("r:one", "third");

            engine.kill();
            engine.startAgain();

            awaitNames(one, other, List.of("first", "second", "third"));
            assertThat(names(other)).isEqualTo(names(one));
        }
    }

    private static void awaitNames(Node one, Node other, List<String> expected) throws Exception {
        try {
            Node.until(() -> names(one).equals(expected));
        } catch (TimeoutException e) {
            throw new AssertionError("one node sees " + names(one) + ", the other " + names(other), e);
        }
    }

    private static List<String> names(Node node) {
        try {
            return node.members("r:one");
        } catch (Exception e) {
            return List.of(e.toString());
        }
    }
}
