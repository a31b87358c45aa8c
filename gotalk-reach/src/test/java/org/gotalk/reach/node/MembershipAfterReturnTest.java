package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.HostilePeers.request;
import static org.gotalk.reach.node.HostilePeers.resume;

import org.gotalk.reach.Membership;
import org.gotalk.test.RawPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MembershipAfterReturnTest {

    @Test
    void aMembershipOfBeforeTheHelloCanEnd() {
        try (SessionServer node = new SessionServer()) {
            RawSession peer = node.begin("");
            peer.lose();
            RawPeer next = node.server.peer().raw().send("01");
            node.server.await("open", next.serverSide()::isOpen);
            Membership joined = node.reach.rooms().join(next.serverSide(), "one");
            request(next, "0001", "$gotalk/hello", resume(peer.key(), "0")).await("R0001");

            joined.leave();

            assertThat(node.members("one")).isZero();
        }
    }
}
