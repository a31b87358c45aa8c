package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.Slice;
import org.gotalk.redis.engine.Engine;
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
    void anEngineKilledAndBackWithNothingLosesNothingForThoseConnected() throws Exception {
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
    void anEngineThatStandsStillForFourSecondsDelaysAndLosesNothing() throws Exception {
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
                Node subscriber = new Node(engine.address(), application);
                var operator = engine.connect()) {
            subscriber.subscribe("r:one");
            Position before = Node.await(publisher.publish("r:one", "a", Keep.RECENT));
            operator.say("FLUSHALL");

            Position after = Node.await(publisher.publish("r:one", "b", Keep.RECENT));

            assertThat(List.of(subscriber.nextArrival(), subscriber.nextArrival()))
                    .containsExactly("a", "b");
            assertThat(after.epoch()).isNotEqualTo(before.epoch());
            Slice slice = Node.await(publisher.broker().since("r:one", before, 10));
            assertThat(slice.state()).isEqualTo(Slice.State.OTHER_EPOCH);
            assertThat(slice.messages()).hasSize(1);
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

            Node.until(() -> names(one).equals(List.of("first", "second", "third")));
            assertThat(names(other)).isEqualTo(names(one));
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
