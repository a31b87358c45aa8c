package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.gotalk.Sock;
import org.gotalk.reach.Member;
import org.gotalk.reach.node.HostilePeers.Noted;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.gotalk.testing.ManualScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailingObserversTest {

    @Test
    void anErrorOfAnObserverKeepsNobodyInARoom() {
        ManualScheduler time = new ManualScheduler();
        ReachNode reach =
                ReachNode.builder().scheduler(time).executor(Runnable::run).build();
        Noted app = new Noted() {
            @Override
            public void left(Sock peer, Member member) {
                super.left(peer, member);
                throw new NoClassDefFoundError("of the application");
            }
        };
        try (TestServer server = TestServer.application(reach.around(app)).start()) {
            RawPeer raw = server.peer().raw().send("01");
            server.await("open", raw.serverSide()::isOpen);
            reach.rooms().join(raw.serverSide(), "one");
            reach.rooms().join(raw.serverSide(), "two");
            raw.close();
            raw.serverSide().closed().toCompletableFuture().join();
            server.settle();
            assertThat(reach.rooms().of("one").count() + reach.rooms().of("two").count())
                    .isZero();
        }
    }
}
