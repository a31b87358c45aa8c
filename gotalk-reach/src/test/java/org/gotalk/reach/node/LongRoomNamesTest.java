package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.HostilePeers.request;

import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.reach.RoomAuthorizer;
import org.gotalk.reach.node.HostilePeers.Noted;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LongRoomNamesTest {

    @Test
    void aRoomWithAHugeNameIsNotRepeated() {
        ReachNode reach = ReachNode.builder().build();
        AtomicReference<Integer> longest = new AtomicReference<>(0);
        Noted app = new Noted() {
            @Override
            public RoomAuthorizer authorizer() {
                return (peer, room) -> {
                    longest.set(room.length());
                    return false;
                };
            }
        };
        try (TestServer server = TestServer.application(reach.around(app)).start()) {
            RawPeer raw = server.peer().raw().send("01");
            request(raw, "0001", "$gotalk/join", '"' + "x".repeat(500_000) + '"')
                    .await("E0001");
            server.settle();
            assertThat(longest.get()).isLessThan(201);
            assertThat(raw.received().length()).isLessThan(1000);
        } finally {
            reach.close();
        }
    }
}
