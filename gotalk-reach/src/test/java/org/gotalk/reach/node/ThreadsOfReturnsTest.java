package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.HostilePeers.request;
import static org.gotalk.reach.node.HostilePeers.resume;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.Handlers;
import org.gotalk.reach.Resumed;
import org.gotalk.reach.node.HostilePeers.Noted;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadsOfReturnsTest {

    @Test
    void resumedRunsOnAThreadOfTheConnection() throws Exception {
        ReachNode reach = ReachNode.builder().build();
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        AtomicReference<String> thread = new AtomicReference<>();
        Noted app = new Noted() {
            @Override
            public Handlers handlers() {
                Handlers handlers = Handlers.create();
                handlers.handleBufferNotification("slow", (peer, name, nothing) -> {
                    running.countDown();
                    slow.await();
                });
                return handlers;
            }

            @Override
            public void resumed(Resumed resumed) {
                thread.set(Thread.currentThread().getName());
            }
        };
        try (TestServer server = TestServer.application(reach.around(app)).start()) {
            RawSession peer = new RawSession(server, "").begin();
            peer.say("slow", "");
            running.await();
            RawPeer next = server.peer().raw().send("01");
            request(next, "0001", "$gotalk/hello", resume(peer.key(), "0")).await("0001");
            slow.countDown();
            server.await("hearing", () -> thread.get() != null);
            assertThat(thread.get()).doesNotContain("CompletableFutureDelayScheduler");
        } finally {
            reach.close();
        }
    }
}
