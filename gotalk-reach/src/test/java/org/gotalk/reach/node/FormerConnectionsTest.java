package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.SessionServer.said;
import static org.gotalk.reach.node.SessionServer.sock;

import org.gotalk.Sock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FormerConnectionsTest {

    @Test
    void exceptKnowsAnEarlierConnection() {
        try (SessionServer node = new SessionServer()) {
            RawSession peer = node.begin("");
            node.join(peer, "one");
            peer.lose();
            peer.comeBack(0);
            Sock second = sock(peer);
            peer.lose();
            peer.comeBack(0);

            node.reach.rooms().of("one").except(second).notify("said", "by itself");

            assertThat(said(peer)).isEmpty();
        }
    }
}
