package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gotalk.redis.engine.Engine;
import org.gotalk.redis.engine.FaultyNetwork;
import org.gotalk.redis.engine.RawRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes that are killed, stopped or cut off: who is present then. */
@Timeout(90)
class NodeFaultsTest {

    private static final long BEAT = 300;
    private static final long GONE = 1500;

    private static Engine engine;

    private final String application = Node.newApplication();

    @BeforeAll
    static void startEngine() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    static void endEngine() throws Exception {
        engine.close();
    }

    /** Case 9. */
    @Test
    void aUserWhoseNodesAreKilledInTurnIsPresentOnceAndNoGhost() throws Exception {
        try (Node one = new Node(engine.address(), application, NodeProgram.timings(BEAT, GONE));
                Node other = new Node(engine.address(), application, NodeProgram.timings(BEAT, GONE))) {
            for (int i = 1; i <= 5; i++) {
                String member = "m" + i;
                try (NodeProcess node =
                        NodeProcess.start(engine.address(), application, BEAT, GONE, member, "u:ann", "r:one")) {
                    Node.until(() -> isThere(one, member) && isThere(other, member));
                    node.kill();
                }
            }

            Node.until(() -> members(one).isEmpty());
            assertThat(other.members("u:ann")).isEmpty();
            assertThat(other.members("r:one")).isEmpty();
            try (RawRedis operator = engine.connect()) {
                assertThat(operator.keys())
                        .filteredOn(key -> key.contains(application))
                        .as("keys that are left")
                        .noneMatch(key -> key.contains(":p:") || key.endsWith(":m"));
            }
        }
    }

    private static boolean isThere(Node node, String member) {
        return members(node).equals(List.of(member));
    }

    private static List<String> members(Node node) {
        try {
            return node.members("u:ann");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Case 9, with the times of real nodes. */
    @Test
    void aKilledNodeLeavesNoGhostAfter20Seconds() throws Exception {
        long beat = Node.TIMINGS.beat().toMillis();
        long gone = Node.TIMINGS.gone().toMillis();
        try (Node witness = new Node(engine.address(), application);
                NodeProcess node = NodeProcess.start(engine.address(), application, beat, gone, "ghost", "u:ann")) {
            assertThat(members(witness)).containsExactly("ghost");
            long start = System.nanoTime();
            node.kill();

            Node.until(() -> members(witness).isEmpty());

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(21));
        }
    }

    /** Case 10, with a shorter lease. */
    @Test
    void aStoppedNodeThatGoesOnIsPresentAgainAtItsOldPlace() throws Exception {
        try (Node one = new Node(engine.address(), application, NodeProgram.timings(BEAT, GONE));
                NodeProcess node = NodeProcess.start(engine.address(), application, BEAT, GONE, "first", "u:ann")) {
            one.join("u:ann", "second");
            node.freeze();
            Node.until(() -> members(one).equals(List.of("second")));

            node.goOn();

            Node.until(() -> members(one).equals(List.of("first", "second")));
        }
    }

    @Test
    void aNodeThatIsCutOffIsSweptAndEntersAgain() throws Exception {
        try (FaultyNetwork network = new FaultyNetwork(engine);
                Node one = new Node(engine.address(), application, NodeProgram.timings(BEAT, GONE));
                Node cut = new Node(network.address(), application, NodeProgram.timings(BEAT, GONE))) {
            cut.join("u:ann", "first");
            one.join("u:ann", "second");
            network.stall();
            Node.until(() -> members(one).equals(List.of("second")));

            network.cutCommands();

            Node.until(() -> members(one).equals(List.of("first", "second")));
        }
    }

    /** As a join does that the network has held back, and that the engine gets when the member has left. */
    @Test
    void whoJoinsAfterLeavingIsRemovedByItsOwnNode() throws Exception {
        try (Node node = new Node(engine.address(), application, NodeProgram.timings(BEAT, GONE));
                RawRedis network = engine.connect()) {
            node.join("u:ann", "stays");
            String prefix = "gotalk:" + application + ':';
            String entered = network.keys().stream()
                    .filter(key -> key.startsWith(prefix) && key.endsWith(":m"))
                    .findFirst()
                    .orElseThrow();
            network.say("SADD", entered, "u%3Aann ghost");
            network.say("ZADD", prefix + "p:u%3Aann", "1", "ghost");
            network.say("HSET", prefix + "p:u%3Aann:i", "ghost", "\0\0\0\0");
            assertThat(members(node)).containsExactly("ghost", "stays");

            Node.until(() -> members(node).equals(List.of("stays")));
        }
    }

    @Test
    void aNodeThatClosesLeavesNobodyBehind() throws Exception {
        try (Node one = new Node(engine.address(), application)) {
            Node other = new Node(engine.address(), application);
            for (int i = 0; i < 250; i++) {
                other.join("r:one", "m" + i);
            }
            one.join("r:one", "stays");
            assertThat(Node.await(one.presence().count("r:one"))).isEqualTo(251);

            other.close();

            assertThat(one.members("r:one")).containsExactly("stays");
        }
    }
}
