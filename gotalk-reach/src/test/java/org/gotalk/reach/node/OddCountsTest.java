package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.HostilePeers.request;
import static org.gotalk.reach.node.HostilePeers.resume;
import static org.gotalk.reach.node.SessionServer.said;

import org.gotalk.test.RawPeer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OddCountsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "-0.5", "18446744073709551616"})
    void gotThatIsNoCountIsAnError(String got) {
        try (SessionServer node = new SessionServer()) {
            RawSession peer = node.begin("");
            peer.lose();
            RawPeer next = node.server.peer().raw().send("01");
            request(next, "0001", "$gotalk/hello", resume(peer.key(), got)).await("0001");
            node.server.settle();
            assertThat(next.received()).contains("E0001");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+0000001"})
    void acksThatLie(String ack) {
        try (SessionServer node = new SessionServer()) {
            RawSession peer = node.begin("");
            node.join(peer, "one");
            node.say("one", 1);
            node.say("one", 2);
            peer.say("$gotalk/ack", ack);
            node.server.settle();
            peer.lose();
            assertThat(peer.comeBack(0)).contains("\"recovered\":true");
            assertThat(said(peer)).containsExactly("1", "2");
        }
    }
}
