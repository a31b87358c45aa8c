package org.gotalk.cdi;

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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CurrentSockTest {

    private static final String OUTSIDE = "the injected Sock stands for the peer whose message is being handled,"
            + " but this thread handles none; to reach a peer at other times, let the method take a Sock parameter"
            + " and keep that, or inject OpenSocks to reach all";

    private final Handlers client = Handlers.create()
            .handle("your name", String.class, (peer, value) -> "client of " + value)
            .handle("fail", String.class, value -> {
                throw new UnsupportedOperationException();
            });

    @AutoClose
    private final Served served = Served.beans(Host.class, Session.class);

    @Test
    void theInjectedSockIsThePeerWhoseMessageIsHandled() {
        assertThat(served.connect(client).request("who", "x", String.class)).isEqualTo("client of server");
    }

    @Test
    void itStandsForThatPeerInAllThatASockCanDo() {
        assertThat(served.connect(client).request("same", "x", boolean.class)).isTrue();
    }

    @Test
    void outsideOfAMessageItSaysWhatToDo() {
        Sock injected = served.bean(Sock.class);
        assertThatThrownBy(injected::id)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(OUTSIDE);
        assertThat(injected).hasToString("Sock of no message");
    }

    @Test
    void outsideOfAMessageSockScopedBeansAreNotActive() {
        Session session = served.bean(Session.class);
        assertThatThrownBy(session::visit).isInstanceOf(ContextNotActiveException.class);
    }

    @Test
    void itStandsForNobodyOnceTheMethodHasReturned() {
        Sock peer = served.connect(client);
        CompletionStage<String> answer = peer.requestAsync("later", "x", String.class);
        peer.request("go on", "x");
        assertThat(answer.toCompletableFuture().join()).isEqualTo(OUTSIDE);
    }

    @Test
    void aCloseReasonIsThereOnlyWhenAConnectionEnds() {
        assertThatThrownBy(() -> served.bean(CloseReason.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no connection is ending: only observers of @Closed Sock can take a CloseReason;"
                        + " see Sock.closed() otherwise");
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
