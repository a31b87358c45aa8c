package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gotalk.OutboxFullException;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.redis.engine.Engine;
import org.gotalk.redis.engine.FaultyNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes whose connection for commands is lost while they publish. */
@Timeout(90)
class PublisherFaultsTest {

    private static Engine engine;

    private final String application = Node.newApplication();
    private FaultyNetwork network;

    @BeforeAll
    static void startEngine() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    static void endEngine() throws Exception {
        engine.close();
    }

    @BeforeEach
    void connectNetwork() throws Exception {
        network = new FaultyNetwork(engine);
    }

    @AfterEach
    void endNetwork() {
        network.close();
    }

    /** Case 13. */
    @Test
    void publishersCut20TimesLoseRepeatAndReorderNothing() throws Exception {
        try (Node publisher = new Node(network.address(), application);
                Node subscriber = new Node(engine.address(), application)) {
            subscriber.subscribe("r:one");
            SteadyLoad load = new SteadyLoad(publisher, "r:one", Keep.NOTHING);
            for (int i = 0; i < 20; i++) {
                load.more(500);
                Node.await(publisher.publish("r:other", "there is a connection", Keep.NOTHING));
                assertThat(network.cutCommands()).isPositive();
            }
            load.more(500);

            List<Position> positions = load.stop();

            load.assertAllArriveAt(subscriber);
            assertThat(positions).extracting(Position::offset).isSorted().doesNotHaveDuplicates();
            assertThat(subscriber.positions()).isEqualTo(positions);
        }
    }

    @Test
    void aFullWindowRefusesAtOnceAndTellsWhenThereIsRoom() throws Exception {
        try (Node publisher = new Node(network.address(), application, Node.TIMINGS, 50_000);
                Node subscriber = new Node(engine.address(), application)) {
            subscriber.subscribe("r:one");
            Node.await(publisher.publish("r:one", "first", Keep.NOTHING));
            network.stall();
            List<CompletionStage<Position>> accepted = new CopyOnWriteArrayList<>();
            CompletionStage<Position> next = publisher.publish("r:one", "0", Keep.NOTHING);
            while (!next.toCompletableFuture().isDone()) {
                accepted.add(next);
                next = publisher.publish("r:one", Integer.toString(accepted.size()), Keep.NOTHING);
            }

            CompletionStage<Position> refused = next;
            assertThatThrownBy(() -> Node.await(refused)).hasCauseInstanceOf(OutboxFullException.class);

            network.cutCommands();
            Node.await(publisher.broker().room());
            for (CompletionStage<Position> each : accepted) {
                Node.await(each);
            }
            Node.until(() -> subscriber.texts().size() == accepted.size() + 1);
        }
    }

    @Test
    void scriptsThatTheEngineHasForgottenAreBroughtAgain() throws Exception {
        try (Node node = new Node(engine.address(), application);
                var operator = engine.connect()) {
            node.subscribe("r:one");
            Node.await(node.publish("r:one", "a", Keep.NOTHING));

            operator.say("SCRIPT", "FLUSH");

            Node.await(node.publish("r:one", "b", Keep.NOTHING));
            assertThat(List.of(node.nextArrival(), node.nextArrival())).containsExactly("a", "b");
        }
    }

    @Test
    void whatTheEngineRefusesWaitsInOrderUntilItTakesIt() throws Exception {
        try (Engine small = Engine.start();
                Node node = new Node(small.address(), application);
                var operator = small.connect()) {
            node.subscribe("r:one");
            Node.await(node.publish("r:one", "first", Keep.NOTHING));
            operator.say("CONFIG", "SET", "maxmemory", "1");
            CompletionStage<Position> a = node.publish("r:one", "a", Node.KEPT);
            CompletionStage<Position> b = node.publish("r:one", "b", Node.KEPT);
            Node.until(() -> refusals(small) > 2);
            assertThat(a.toCompletableFuture()).isNotDone();

            operator.say("CONFIG", "SET", "maxmemory", "0");

            assertThat(Node.await(b).offset()).isEqualTo(Node.await(a).offset() + 1);
            assertThat(List.of(node.nextArrival(), node.nextArrival(), node.nextArrival()))
                    .containsExactly("first", "a", "b");
        }
    }

    private static long refusals(Engine engine) {
        try (var operator = engine.connect()) {
            return ((String) operator.say("INFO", "errorstats"))
                    .lines()
                    .filter(line -> line.startsWith("errorstat_"))
                    .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('=') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
