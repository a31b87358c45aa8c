package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.gotalk.reach.History;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.node.ReachNode;
import org.gotalk.reach.spi.ReachEngine;
import org.gotalk.redis.engine.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The listing of docs/reach.md. */
@Timeout(60)
class RoomsOnTwoServersTest {

    @Test
    void whatOneServerSaysAnotherOneReads() throws Exception {
        try (Engine engine = Engine.start();
                ReachNode one = node(engine.address());
                ReachNode other = node(engine.address())) {
            Position first = one.rooms().of("r1").notify("said", "hello");
            Position second = one.rooms().of("r1").notify("said", "again");

            History history = other.rooms().of("r1").history(first, 10);

            assertThat(history.isComplete()).isTrue();
            assertThat(history.messages()).singleElement().satisfies(message -> {
                assertThat(message.position()).isEqualTo(second);
                assertThat(message.value(String.class)).isEqualTo("again");
            });
        }
    }

    private static ReachNode node(String address) {
        ReachEngine.Connected parts = new RedisReachEngine()
                .connect(
                        address,
                        new ReachEngine.Context("shop", Executors.defaultThreadFactory(), ReachLimits.defaults()));
        return ReachNode.builder()
                .broker(parts.broker())
                .presence(parts.presence())
                .history(room -> Keep.RECENT)
                .build();
    }
}
