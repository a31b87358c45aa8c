package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.ReachEngine;
import org.gotalk.redis.engine.Engine;
import org.gotalk.redis.engine.FaultyNetwork;
import org.gotalk.redis.internal.link.Timings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes whose connection for messages is lost, or as good as lost. */
@Timeout(90)
class SubscriberFaultsTest {

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

    /** Case 8. */
    @Test
    void aSubscriberThatIsNotServedIsFoundWithin10Seconds() throws Exception {
        try (Node publisher = new Node(engine.address(), application);
                Node subscriber = new Node(network.address(), application)) {
            subscriber.subscribe("r:one");
            network.silenceMessages();
            long start = System.nanoTime();

            Node.await(publisher.publish("r:one", "kept", Keep.RECENT));

            assertThat(subscriber.nextArrival()).isEqualTo("kept");
            assertThat(subscriber.nextEvent()).isEqualTo("interrupted");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(subscriber.nextEvent()).isEqualTo("restored");
            Node.await(publisher.publish("r:one", "not kept", Keep.NOTHING));
            assertThat(subscriber.nextArrival()).isEqualTo("not kept");
        }
    }

    @Test
    void subscribersCutFiveTimesMissNothingThatIsKept() throws Exception {
        try (Node publisher = new Node(engine.address(), application);
                Node subscriber = new Node(network.address(), application)) {
            subscriber.subscribe("r:one");
            SteadyLoad load = new SteadyLoad(publisher, "r:one", Node.KEPT);
            for (int i = 0; i < 5; i++) {
                load.more(1000);
                Node.until(() -> subscriber.hasTaken(Integer.toString(load.count() - 1)));
                assertThat(network.cutMessages()).isPositive();
            }
            load.more(1000);
            List<Position> positions = load.stop();

            load.assertAllArriveAt(subscriber);
            assertThat(subscriber.positions()).isEqualTo(positions);
        }
    }

    @Test
    void theListenerHearsOfAnInterruptionAndOfItsEnd() throws Exception {
        try (Node publisher = new Node(engine.address(), application);
                Node subscriber = new Node(network.address(), application)) {
            subscriber.subscribe("r:one");
            network.cutMessages();
            Node.await(publisher.publish("r:one", "said meanwhile", Keep.RECENT));

            assertThat(subscriber.nextEvent()).isEqualTo("interrupted");
            assertThat(subscriber.nextEvent()).isEqualTo("restored");
            assertThat(subscriber.texts()).containsExactly("said meanwhile");
        }
    }

    @Test
    void whatIsNotKeptIsMissingAndTheNextPositionShowsIt() throws Exception {
        try (Node publisher = new Node(engine.address(), application);
                Node subscriber = new Node(network.address(), application)) {
            Position before = subscriber.subscribe("r:one");
            network.silenceMessages();
            Node.await(publisher.publish("r:one", "lost", Keep.NOTHING));
            network.cutMessages();
            assertThat(subscriber.nextEvent()).isEqualTo("interrupted");
            assertThat(subscriber.nextEvent()).isEqualTo("restored");

            Node.await(publisher.publish("r:one", "heard", Keep.NOTHING));

            assertThat(subscriber.nextArrival()).isEqualTo("heard");
            assertThat(subscriber.positions().get(0).offset()).isEqualTo(before.offset() + 2);
        }
    }

    /** Case 11. The listener is stuck, so that the connection is not read until the engine has had enough. */
    @Test
    void aSubscriberOverTheEnginesOutputLimitMissesNothing() throws Exception {
        int messages = 600;
        String text = "x".repeat(60_000);
        try (var operator = engine.connect()) {
            operator.say("CONFIG", "SET", "client-output-buffer-limit", "pubsub 1mb 0 0");
        }
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch rest = new CountDownLatch(messages);
        List<Long> offsets = new CopyOnWriteArrayList<>();
        ReachEngine.Connected slow =
                RedisReachEngine.connect(network.address(), Node.context(application), Node.TIMINGS, 8L << 20);
        try (slow;
                Node publisher = new Node(engine.address(), application)) {
            Broker broker = slow.broker();
            broker.start("slow", (channel, position, message) -> {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                offsets.add(position.offset());
                rest.countDown();
            });
            Node.await(broker.subscribe("r:one"));
            for (int i = 0; i < messages; i++) {
                Node.await(publisher.publish("r:one", text, new Keep(1000, Duration.ofMinutes(2))));
            }
            Node.until(() -> subscribers() == 0);

            stuck.countDown();

            assertThat(rest.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(offsets)
                    .isEqualTo(IntStream.rangeClosed(1, messages)
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    /** Those that the engine still has: the publisher is one that is subscribed to itself alone. */
    private long subscribers() {
        try (var operator = engine.connect()) {
            List<?> channel = (List<?>) operator.say("PUBSUB", "NUMSUB", "gotalk:" + application + ":r:r%3Aone");
            return (Long) channel.get(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChannelThatNobodyNeedsStaysSubscribedForAWhile() throws Exception {
        Timings timings = new Timings(
                Node.TIMEOUT,
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(1));
        try (Node node = new Node(engine.address(), application, timings)) {
            node.subscribe("r:one");
            node.broker().unsubscribe("r:one");
            node.subscribe("r:one");
            Node.await(node.publish("r:one", "heard", Keep.NOTHING));
            assertThat(node.nextArrival()).isEqualTo("heard");
            assertThat(subscribers()).isEqualTo(1);

            node.broker().unsubscribe("r:one");

            Node.until(() -> subscribers() == 0);
        }
    }

    @Test
    void aNodeIsToldWhatAnotherTellsIt() throws Exception {
        try (Node one = new Node(engine.address(), application);
                Node other = new Node(network.address(), application)) {
            Node.until(() -> network.size() == 2);
            other.subscribe("r:any");

            CompletionStage<Void> told = one.broker().tell(other.name(), new byte[] {'h', 'i'});

            Node.await(told);
            assertThat(other.nextEvent()).isEqualTo("told hi");
        }
    }
}
