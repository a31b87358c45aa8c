package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.gotalk.reach.Keep;
import org.gotalk.redis.engine.Engine;
import org.gotalk.redis.engine.RawRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Case 12: names that peers choose. */
@Timeout(60)
class NamesTest {

    private static Engine engine;

    @BeforeAll
    static void startEngine() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    static void endEngine() throws Exception {
        engine.close();
    }

    @Test
    void noNameOfAPeerReachesWhatIsNotItsOwn() throws Exception {
        try (Node node = new Node(engine.address(), "a:b");
                RawRedis operator = engine.connect()) {
            List<String> names = List.of(
                    "r:*",
                    "r:{x}",
                    "r::n:1",
                    ":n:" + node.name(),
                    "n:" + node.name(),
                    "r:$gotalk/x",
                    "r:a\r\nb c",
                    "../../x",
                    "nodes",
                    "",
                    "%2A",
                    "r:one:h",
                    "r:one",
                    "日本");
            for (String name : names) {
                node.subscribe(name);
                Node.await(node.publish(name, "of " + name, Keep.RECENT));
                assertThat(node.nextArrival()).isEqualTo("of " + name);
                node.join(name, "id of\n" + name);
                assertThat(node.members(name)).containsExactly("id of\n" + name);
            }

            assertThat(operator.keys())
                    .allMatch(
                            key -> key.matches(
                                    "gotalk:a%3Ab:(nodes|[nw]:[A-Za-z0-9]+(:m)?|r:[A-Za-z0-9%._-]*(:h)?|p:[A-Za-z0-9%._-]*(:i)?)"));
            assertThat(new TreeSet<>(node.texts())).hasSize(names.size());
            for (String name : names) {
                Node.await(node.presence().leave(name, "id of\n" + name));
            }
            assertThat(operator.keys()).noneMatch(key -> key.contains(":p:") || key.endsWith(":m"));
        }
    }

    @Test
    void applicationsAreByThemselves() throws Exception {
        try (Node one = new Node(engine.address(), "one");
                Node other = new Node(engine.address(), "other")) {
            other.subscribe("r:same");
            one.join("r:same", "m1");
            Node.await(one.publish("r:same", "of one", Keep.RECENT));

            Node.await(other.publish("r:same", "of the other", Keep.RECENT));

            assertThat(other.nextArrival()).isEqualTo("of the other");
            assertThat(other.members("r:same")).isEmpty();
        }
    }

    @Test
    void whereNothingIsKeptNothingIsStoredButWhereTheChannelIs() throws Exception {
        try (Node node = new Node(engine.address(), "quiet");
                RawRedis operator = engine.connect()) {
            Node.await(node.publish("r:one", "not to be stored", Keep.NOTHING));

            String key = "gotalk:quiet:r:r%3Aone";
            assertThat(operator.keys())
                    .filteredOn(each -> each.startsWith("gotalk:quiet:r:"))
                    .containsExactly(key);
            assertThat(RawRedis.texts(operator.say("HKEYS", key))).containsExactly("e", "n", "r");
            assertThat((Long) operator.say("PTTL", key)).isBetween(3_000_000L, 3_600_001L);
        }
    }

    @Test
    void whatIsKeptExpiresInTheEngineByItself() throws Exception {
        try (Node node = new Node(engine.address(), "kept");
                RawRedis operator = engine.connect()) {
            Node.await(node.publish("r:one", "kept", Keep.RECENT));

            assertThat((Long) operator.say("PTTL", "gotalk:kept:r:r%3Aone:h")).isBetween(60_000L, 120_000L);
            assertThat((Long) operator.say("LLEN", "gotalk:kept:r:r%3Aone:h")).isEqualTo(1);
        }
    }
}
