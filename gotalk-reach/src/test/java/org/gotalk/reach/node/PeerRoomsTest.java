package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.gotalk.Handlers;
import org.gotalk.reach.Reach;
import org.gotalk.reach.ReachApplication;
import org.gotalk.reach.RoomAuthorizer;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PeerRoomsTest {

    private final ReachNode reach = ReachNode.builder().build();
    private final TestServer server =
            TestServer.application(reach.around(new OpenRooms())).start();

    @AfterEach
    void end() {
        server.close();
        reach.close();
    }

    @Test
    void aPeerJoinsAndLeavesByItselfWhereItMay() {
        RawPeer raw = server.peer().raw().send("01");

        raw.send("r000100c$gotalk/join0000000a\"open one\"").await("{\"position\":\"0:");
        reach.rooms().of("open one").notify("said", "hello");
        raw.await("n004said00000007\"hello\"");
        raw.send("r000200d$gotalk/leave0000000a\"open one\"").await("R000200000000");
        assertThat(reach.rooms().of("open one").count()).isZero();
    }

    @Test
    void aPeerIsNotLetInWhereItMayNotJoin() {
        RawPeer raw = server.peer().raw().send("01");

        raw.send("r000100c$gotalk/join00000005\"one\"")
                .await("not allowed: \"$gotalk/join\" does not let this peer into");
        raw.send("r000200c$gotalk/join00000007\"open\u0001\"").await("E0002");
        assertThat(reach.rooms().of("one").count()).isZero();
    }

    @Test
    void aPeerDoesNotLeaveWhatItHasNotJoined() {
        RawPeer raw = server.peer().raw().send("01");
        reach.rooms().join(raw.serverSide(), "one");

        raw.send("r000100d$gotalk/leave00000005\"one\"").await("not allowed: \"$gotalk/leave\"");
        assertThat(reach.rooms().of("one").count()).isEqualTo(1);
    }

    @Test
    void anAuthorizerThatFailsLetsNobodyIn() {
        RawPeer raw = server.peer().raw().send("01");

        raw.send("r000100c$gotalk/join00000006\"fail\"").await("not allowed");
        assertThat(reach.rooms().of("fail").count()).isZero();
    }

    private static final class OpenRooms implements ReachApplication {

        @Override
        public Handlers handlers() {
            return Handlers.create();
        }

        @Override
        public void start(Reach started) {}

        @Override
        public RoomAuthorizer authorizer() {
            return (peer, room) -> {
                if (room.equals("fail")) {
                    throw new IllegalStateException("no database");
                }
                return room.startsWith("open");
            };
        }
    }
}
