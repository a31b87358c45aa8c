package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.SessionServer.sock;

import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.reach.Membership;
import org.gotalk.reach.internal.memory.MemoryBroker;
import org.gotalk.reach.node.HostilePeers.Noted;
import org.gotalk.reach.spi.Broker;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JoinBesideLeaveTest {

    /** As with a broker that takes its time, such as Redis. */
    @Test
    void whoHasLeftIsNoMemberAfterItHasGone() {
        CompletableFuture<Void> connected = new CompletableFuture<>();
        MemoryBroker memory = new MemoryBroker(InstantSource.system(), Runnable::run, 1 << 20, 1 << 20);
        Broker slow = (Broker) Proxy.newProxyInstance(
                Broker.class.getClassLoader(), new Class<?>[] {Broker.class}, (proxy, method, args) -> {
                    Object result = method.invoke(memory, args);
                    return method.getName().equals("subscribe")
                            ? connected.thenCompose(nothing -> (CompletionStage<?>) result)
                            : result;
                });
        ReachNode reach = ReachNode.builder().broker(slow).build();
        try (TestServer server =
                TestServer.application(reach.around(new Noted())).start()) {
            RawPeer raw = server.peer().raw().send("01");
            server.await("open", raw.serverSide()::isOpen);
            Sock sock = raw.serverSide();
            CompletionStage<Membership> first = reach.rooms().joinAsync(sock, "one", null);
            CompletionStage<Void> second =
                    reach.rooms().joinAsync(sock, "one", null).thenAccept(Membership::leave);
            connected.complete(null);
            first.toCompletableFuture().join();
            second.toCompletableFuture().join();
            raw.close();
            sock.closed().toCompletableFuture().join();
            server.settle();
            assertThat(reach.rooms().of("one").count()).isZero();
        } finally {
            reach.close();
        }
    }
}
