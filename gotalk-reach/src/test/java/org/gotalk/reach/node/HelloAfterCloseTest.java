package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.HostilePeers.request;
import static org.gotalk.reach.node.HostilePeers.sessions;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason;
import org.gotalk.PayloadCodec;
import org.gotalk.reach.node.HostilePeers.Noted;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.gotalk.testing.ManualScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HelloAfterCloseTest {

    @Test
    void aHelloThatIsHandledAfterTheCloseBeginsNothing() throws Exception {
        CountDownLatch decoding = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        PayloadCodec real = PayloadCodec.fromClassPath();
        PayloadCodec slow = (PayloadCodec) Proxy.newProxyInstance(
                PayloadCodec.class.getClassLoader(), new Class<?>[] {PayloadCodec.class}, (proxy, method, args) -> {
                    if (method.getName().equals("decode")) {
                        decoding.countDown();
                        boolean unused = go.await(20, TimeUnit.SECONDS);
                    }
                    return method.invoke(real, args);
                });
        ManualScheduler time = new ManualScheduler();
        ReachNode reach = ReachNode.builder()
                .codec(slow)
                .scheduler(time)
                .executor(Runnable::run)
                .build();
        try (TestServer server =
                TestServer.application(reach.around(new Noted())).start()) {
            RawPeer raw = server.peer().raw().send("01");
            request(raw, "0001", "$gotalk/hello", "{}");
            decoding.await();
            CompletionStage<CloseReason> closed = raw.serverSide().closed();
            raw.vanish();
            closed.toCompletableFuture().join();
            go.countDown();
            server.settle();
            time.advance(Duration.ofDays(1));
            assertThat(sessions(reach)).isZero();
        }
    }

    @Test
    void sessionsOfVanishedPeersAreBounded() throws Exception {
        try (SessionServer node = new SessionServer()) {
            for (int i = 0; i < 3000; i++) {
                RawPeer raw = node.server.peer().raw().send("01");
                request(raw, "0001", "$gotalk/hello", "{}");
                raw.vanish();
                if (i % 100 == 0) {
                    node.server.settle();
                }
            }
            node.server.settle();
            node.server.await("the bound", () -> sessions(node.reach) < 5);
            node.time.advance(Duration.ofDays(1));
            assertThat(sessions(node.reach)).isZero();
        }
    }
}
