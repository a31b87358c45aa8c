package org.gotalk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason.Code;
import org.gotalk.Handlers;
import org.gotalk.RequestTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class ManualClockTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Handlers handlers = Handlers.create()
            .handle("never", String.class, text -> new CompletableFuture<String>())
            .handle("ask", String.class, (sock, text) -> {
                try {
                    return sock.request("never", text, String.class, Duration.ofSeconds(30));
                } catch (RequestTimeoutException late) {
                    return "no answer";
                }
            });

    @RegisterExtension
    final GotalkExtension server = TestServer.serving(handlers).manualClock().extension();

    private final TestPeer peer = server.connect();

    @Test
    void timeoutsAreOverWhenTheTestSaysSo() {
        CompletionStage<String> call = peer.requestAsync("never", "x", String.class, Duration.ofSeconds(30));
        server.clock().advance(Duration.ofSeconds(29));
        assertThat(call.toCompletableFuture()).isNotDone();
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(call.toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void soIsAHandlerThatWaitsForItsPeer() {
        TestPeer silent = server.peer()
                .serving(Handlers.create().handle("never", String.class, text -> new CompletableFuture<String>()))
                .connect();
        CompletionStage<String> call = silent.requestAsync("ask", "x", String.class, MINUTE);
        server.settle();
        server.clock().advance(Duration.ofSeconds(31));
        assertThat(call.toCompletableFuture()).isCompletedWithValue("no answer");
    }

    @Test
    void connectionsOutliveLongSpansByTheirHeartbeats() {
        server.clock().advance(Duration.ofMinutes(10));
        assertThat(peer.isOpen()).isTrue();
        assertThat(peer.recorder().frames()).anyMatch(frame -> frame.startsWith("< heartbeat"));
    }

    @Test
    void aSilentPeerIsGivenUp() {
        RawPeer silent = server.peer().raw().send("01");
        server.clock().advance(MINUTE);
        silent.awaitClosed();
        assertThat(silent.serverSide().closed().toCompletableFuture().join().code())
                .isEqualTo(Code.TIMEOUT);
    }

    @Test
    void credentialsExpireByIt() {
        peer.serverSide().expiresAt(server.clock().now().plus(MINUTE));
        server.clock().advance(Duration.ofSeconds(58));
        assertThat(peer.isOpen()).isTrue();
        server.clock().advance(Duration.ofSeconds(4));
        assertThat(peer.awaitClosed().code()).isEqualTo(Code.EXPIRED);
    }

    @Test
    void handlersThatBlockDoNotHoldUpOthersThough() {
        CompletableFuture<String> end = new CompletableFuture<>();
        handlers.handle("greet", String.class, name -> "Hello " + name)
                .handle("block", String.class, text -> end.join());
        for (int i = 0; i < 100; i++) {
            peer.request("greet", "Ann"); // handlers are known to be quick
        }
        peer.requestAsync("block", "x", String.class, MINUTE);
        assertThat(peer.request("greet", "Bob", String.class)).isEqualTo("Hello Bob");
        assertThat(server.connect().request("greet", "Cy", String.class)).isEqualTo("Hello Cy");
        end.complete("");
    }

    @Test
    void withoutItTheTimeIsReal() {
        try (TestServer real = TestServer.serving(handlers).start()) {
            assertThatThrownBy(real::clock).hasMessage("the time is real: say manualClock() to the builder");
        }
    }
}
