package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.HostilePeers.request;

import java.time.Duration;
import org.gotalk.reach.node.HostilePeers.Noted;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoomsByReturnTest {

    @Test
    void comingBackDoesNotAddRoomsPastTheLimit() {
        ReachNode reach = ReachNode.builder()
                .limits(new org.gotalk.reach.ReachLimits(2, 200, 1024, 1 << 20, Duration.ofSeconds(5)))
                .build();
        Noted app = new Noted() {
            @Override
            public org.gotalk.reach.RoomAuthorizer authorizer() {
                return (peer, room) -> true;
            }
        };
        try (TestServer server = TestServer.application(reach.around(app)).start()) {
            RawSession peer = new RawSession(server, "").begin();
            String hello = "{\"session\":\"" + peer.key() + "\",\"resume\":{\"got\":0}}";
            peer.lose();
            RawPeer next = null;
            for (int i = 0; i < 5; i++) {
                next = server.peer().raw().send("01");
                request(next, "0002", "$gotalk/join", "\"a" + i + '"').await("R0002");
                request(next, "0003", "$gotalk/join", "\"b" + i + '"').await("R0003");
                request(next, "0001", "$gotalk/hello", hello).await("R0001");
                next.vanish();
                next.serverSide().closed().toCompletableFuture().join();
                server.settle();
            }
            int rooms = 0;
            for (int i = 0; i < 5; i++) {
                rooms += reach.rooms().of("a" + i).count()
                        + reach.rooms().of("b" + i).count();
            }
            assertThat(rooms).isLessThanOrEqualTo(2);
        } finally {
            reach.close();
        }
    }
}
