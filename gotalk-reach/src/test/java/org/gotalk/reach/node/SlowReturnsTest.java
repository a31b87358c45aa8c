package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.HostilePeers.request;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gotalk.reach.Resumed;
import org.gotalk.reach.node.HostilePeers.Noted;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowReturnsTest {

    @Test
    void anObserverThatBlocksInResumedDoesNotKeepThePeerOut() {
        ReachNode reach = ReachNode.builder().build();
        CountDownLatch go = new CountDownLatch(1);
        Noted app = new Noted() {
            @Override
            public void resumed(Resumed resumed) {
                try {
                    boolean unused = go.await(25, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (TestServer server = TestServer.application(reach.around(app)).start()) {
            RawSession peer = new RawSession(server, "").begin();
            peer.lose();
            RawPeer next = server.peer().raw().send("01");
            request(next, "0001", "$gotalk/hello", "{\"session\":\"" + peer.key() + "\",\"resume\":{\"got\":0}}");
            next.await("n00b$gotalk/ack");
            next.vanish(); // it has had no answer
            RawPeer third = server.peer().raw().send("01");
            request(third, "0001", "$gotalk/hello", "{\"session\":\"" + peer.key() + "\",\"resume\":{\"got\":0}}");
            try {
                assertThat(third.await("R0001")).isNotNull();
            } finally {
                go.countDown();
            }
        } finally {
            reach.close();
        }
    }
}
