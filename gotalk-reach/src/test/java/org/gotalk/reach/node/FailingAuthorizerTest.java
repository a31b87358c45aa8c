package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.HostilePeers.request;
import static org.gotalk.reach.node.HostilePeers.resume;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.reach.RoomAuthorizer;
import org.gotalk.reach.node.HostilePeers.Noted;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.gotalk.testing.ManualScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailingAuthorizerTest {

    @Test
    void anErrorOfTheAuthorizerKeepsNoSession() {
        ManualScheduler time = new ManualScheduler();
        ReachNode reach =
                ReachNode.builder().scheduler(time).executor(Runnable::run).build();
        AtomicReference<Error> failure = new AtomicReference<>();
        Noted app = new Noted() {
            @Override
            public RoomAuthorizer authorizer() {
                return (peer, room) -> {
                    if (failure.get() != null) {
                        throw failure.get();
                    }
                    return true;
                };
            }
        };
        try (TestServer server = TestServer.application(reach.around(app)).start()) {
            RawSession peer = new RawSession(server, "").begin();
            request(peer.connection(), "0002", "$gotalk/join", "\"one\"").await("R0002");
            peer.lose();
            failure.set(new NoClassDefFoundError("of the application"));
            RawPeer next = server.peer().raw().send("01");
            request(next, "0001", "$gotalk/hello", resume(peer.key(), "0")).await("0001");
            next.vanish();
            next.serverSide().closed().toCompletableFuture().join();
            server.settle();
            time.advance(Duration.ofDays(1));
            assertThat(reach.rooms().of("one").count()).isZero();
        }
    }
}
