package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.reach.Membership;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.Room;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoomLimitsTest {

    private final ReachNode reach = ReachNode.builder()
            .limits(new ReachLimits(3, 20, 16, 1 << 20, Duration.ofSeconds(5)))
            .build();
    private final TestServer server =
            TestServer.application(reach.around(Handlers::create)).start();
    private final TestPeer ann = server.peer().as("ann").connect();

    @AfterEach
    void end() {
        server.close();
        reach.close();
    }

    @Test
    void namesAndInformationHaveLimits() {
        assertThatThrownBy(() -> join(ann, "")).hasMessageContaining("must not be empty");
        assertThatThrownBy(() -> join(ann, "é".repeat(11))).hasMessageContaining("22 bytes, but must have at most 20");
        assertThatThrownBy(() -> reach.rooms().join(ann.serverSide(), "one", "x".repeat(17)))
                .hasMessageContaining("19 bytes, but must have at most 16");
        assertThatThrownBy(() -> room("one").notify("$gotalk/x", "x")).hasMessageContaining("reserved");
    }

    @Test
    void aConnectionIsInAsManyRoomsAsTheLimit() {
        List.of("one", "two", "three").forEach(room -> join(ann, room));

        assertThatThrownBy(() -> join(ann, "four"))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("in 3 rooms already");
        join(ann, "three").leave();
        join(ann, "four");
    }

    @Test
    void roomsThatNobodyIsInCostNothing() {
        for (int i = 0; i < 100; i++) {
            join(ann, "r" + i).leave();
        }

        assertThat(room("r1").count()).isZero();
    }

    private Membership join(TestPeer peer, String room) {
        return reach.rooms().join(peer.serverSide(), room);
    }

    private Room room(String name) {
        return reach.rooms().of(name);
    }
}
