package org.gotalk.reach.node;

import static org.gotalk.reach.node.SessionServer.sock;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.gotalk.Sock;
import org.gotalk.reach.Member;
import org.gotalk.reach.SessionLimits;
import org.gotalk.reach.node.HostilePeers.Noted;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowObserversTest {

    @Test
    void anObserverThatBlocksDelaysNobodyElse() throws Exception {
        ReachNode reach = ReachNode.builder()
                .sessions(new SessionLimits(Duration.ofMillis(100), 10, 10000, 10000))
                .build();
        CountDownLatch go = new CountDownLatch(1);
        Noted app = new Noted() {
            @Override
            public void left(Sock peer, Member member) {
                super.left(peer, member);
                if (member.room().equals("one")) {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        };
        try (TestServer server = TestServer.application(reach.around(app)).start()) {
            RawSession first = new RawSession(server, "").begin();
            RawSession second = new RawSession(server, "").begin();
            reach.rooms().join(sock(first), "one");
            reach.rooms().join(sock(second), "two");
            first.lose();
            second.lose();
            server.await("leaving", () -> reach.rooms().of("two").count() == 0);
        } finally {
            go.countDown();
            reach.close();
        }
    }
}
