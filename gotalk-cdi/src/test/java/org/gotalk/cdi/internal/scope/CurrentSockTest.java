package org.gotalk.cdi.internal.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.SockScoped;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CurrentSockTest {

    private static final String OUTSIDE = "this thread handles no message, so the injected Sock has no peer;"
            + " to reach one peer, keep the Sock that a method takes as a parameter; to reach all, inject OpenSocks";

    private final Handlers client = Handlers.create()
            .handle("your name", String.class, (peer, value) -> "client of " + value)
            .handle("fail", String.class, value -> {
                throw new UnsupportedOperationException();
            });

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Host.class, Session.class).extension();

    @Test
    void theInjectedSockIsThePeerWhoseMessageIsHandled() {
        assertThat(server.peer().serving(client).connect().request("who", "x", String.class))
                .isEqualTo("client of server");
    }

    @Test
    void itStandsForThatPeerInAllThatASockCanDo() {
        assertThat(server.peer().serving(client).connect().request("same", "x", boolean.class))
                .isTrue();
    }

    @Test
    void outsideOfAMessageItSaysWhatToDo() {
        Sock injected = server.bean(Sock.class);
        assertThatThrownBy(injected::id)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(OUTSIDE);
        assertThat(injected).hasToString("Sock of no message");
    }

    @Test
    void outsideOfAMessageSockScopedBeansAreNotActive() {
        Session session = server.bean(Session.class);
        assertThatThrownBy(session::visit).isInstanceOf(ContextNotActiveException.class);
    }

    @Test
    void itStandsForNobodyOnceTheMethodHasReturned() {
        Sock peer = server.peer().serving(client).connect();
        CompletionStage<String> answer = peer.requestAsync("later", "x", String.class);
        peer.request("go on", "x");
        assertThat(answer.toCompletableFuture().join()).isEqualTo(OUTSIDE);
    }

    @Test
    void aCloseReasonIsThereOnlyWhenAConnectionEnds() {
        assertThatThrownBy(() -> server.bean(CloseReason.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no connection is closing on this thread;"
                        + " inject CloseReason into observers of @Closed Sock, or use Sock.closed()");
    }

    @SockScoped
    static class Session {
        void visit() {}
    }

    @ApplicationScoped
    static class Host {

        private final CompletableFuture<String> goOn = new CompletableFuture<>();
        private final CountDownLatch returning = new CountDownLatch(1);

        @Inject
        Sock sock;

        @Operation
        String who() {
            return sock.request("your name", "server", String.class);
        }

        @Operation
        boolean same(Sock peer) {
            return sock.id().equals(peer.id())
                    && sock.peer().equals(peer.peer())
                    && sock.codec() == peer.codec()
                    && sock.isOpen()
                    && sock.toString().equals(peer.toString());
        }

        @Operation
        CompletionStage<String> later() {
            CompletionStage<String> answer = goOn.thenApply(text -> {
                try {
                    return sock.id();
                } catch (IllegalStateException e) {
                    return e.getMessage();
                }
            });
            returning.countDown();
            return answer;
        }

        @Operation("go on")
        void goOn() throws InterruptedException {
            returning.await();
            new Thread(() -> goOn.complete("go on")).start();
        }
    }
}
