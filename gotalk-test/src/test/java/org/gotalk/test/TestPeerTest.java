package org.gotalk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.Handlers;
import org.gotalk.Handshake;
import org.gotalk.Identity;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestPeerTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final Handlers handlers = Handlers.create()
            .handle("greet", String.class, name -> "Hello " + name)
            .handle("fail", String.class, code -> {
                throw new OperationException(code, "as you like");
            })
            .handle("later", String.class, text -> {
                throw RetryLater.after(Duration.ofSeconds(3), text);
            })
            .handle(
                    "who",
                    String.class,
                    (sock, text) ->
                            sock.peer().identity().map(Identity::toString).orElse("nobody"))
            .handle("tell", String.class, (sock, text) -> {
                sock.notify("told", text);
                sock.notify("told", text + " again");
                return "done";
            })
            .handle("ask", String.class, (sock, text) -> sock.request("name", text, String.class))
            .handle(
                    "room",
                    String.class,
                    (sock, text) -> sock.peer().parameter("room").orElse("none"))
            .handle("leave", String.class, (sock, text) -> {
                sock.close(CloseReason.of(Code.KICKED, text));
                return "";
            })
            .handle("never", String.class, text -> new CompletableFuture<String>());

    @RegisterExtension
    final GotalkExtension server = TestServer.serving(handlers).extension();

    private final TestPeer peer = server.connect();

    private TestServer impatient() {
        return TestServer.serving(handlers).patience(SHORT).start();
    }

    @Test
    void itIsASock() {
        assertThat(peer.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        assertThat(peer.isOpen()).isTrue();
    }

    @Test
    void theServerSeesItsUserAndRoles() {
        assertThat(peer.request("who", "x", String.class)).isEqualTo("nobody");
        assertThat(server.peer().as("ann", "editors").connect().request("who", "x", String.class))
                .isEqualTo(Identity.of("ann", "editors").toString());
    }

    @Test
    void theServerSeesItsHandshake() {
        Handshake handshake = new Handshake(
                "/gotalk",
                Map.of(),
                Map.of("room", List.of("attic")),
                Map.of(),
                Map.of(),
                java.util.Optional.empty(),
                Map.of());
        TestPeer visitor = server.peer().handshake(handshake).at("10.0.0.1").connect();
        assertThat(visitor.request("room", "x", String.class)).isEqualTo("attic");
        assertThat(visitor.serverSide().peer().address()).isEqualTo("10.0.0.1");
    }

    @Test
    void itAnswersWhatTheServerAsks() {
        TestPeer asked = server.peer()
                .serving(Handlers.create().handle("name", String.class, text -> "I am " + text))
                .connect();
        assertThat(asked.request("ask", "Ann", String.class)).isEqualTo("I am Ann");
    }

    @Test
    void anErrorResultIsReturnedWithItsCode() {
        OperationException error = peer.requestError("fail", "no-room");
        assertThat(error).hasMessage("as you like");
        assertThat(error.code()).contains("no-room");
    }

    @Test
    void aResultInPlaceOfAnErrorIsToldWithItsValue() {
        assertThatThrownBy(() -> peer.requestError("greet", "Ann"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("\"greet\" was expected to fail, but its result is \"Hello Ann\"");
    }

    @Test
    void aFailureHasTheStackOfTheTest() {
        assertThatThrownBy(() -> peer.request("fail", "no-room"))
                .satisfies(failure -> assertThat(failure.getStackTrace())
                        .anyMatch(place -> place.getClassName().equals(TestPeerTest.class.getName())));
    }

    @Test
    void aRefusalIsSeenAtOnce() {
        assertThatThrownBy(() -> peer.request("later", "busy"))
                .isInstanceOf(RetryLater.class)
                .hasMessage("busy");
    }

    @Test
    void notificationsAreAwaitedByNameInTheirOrder() {
        peer.request("tell", "news");
        assertThat(peer.awaitNotification("told", String.class)).isEqualTo("news");
        assertThat(peer.notifications()).containsExactly("\"told\" \"news again\"");
        assertThat(peer.awaitNotification("told", String.class)).isEqualTo("news again");
        assertThat(peer.notifications()).isEmpty();
    }

    @Test
    void aNotificationMayComeLater() {
        peer.requestAsync("tell", "news", String.class);
        assertThat(peer.awaitNotification("told", byte[].class)).asString().isEqualTo("\"news\"");
    }

    @Test
    void whatDidNotComeIsToldWithWhatDid() {
        try (TestServer server = impatient()) {
            TestPeer waiting = server.connect();
            waiting.requestAsync("tell", "news", String.class)
                    .toCompletableFuture()
                    .join();
            assertThatThrownBy(() -> waiting.awaitNotification("welcome", String.class))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "the notification \"welcome\" did not come within 50 ms;"
                                    + " notifications not awaited: [\"told\" \"news\", \"told\" \"news again\"]; the last messages")
                    .hasMessageContaining("\n  > request 0000 \"tell\" \"news\"\n  < notification \"told\" \"news\"\n");
        }
    }

    @Test
    void aResultThatDoesNotComeIsAnAssertionError() {
        try (TestServer server = impatient()) {
            TestPeer waiting = server.connect();
            assertThatThrownBy(() -> waiting.request("never", "x"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("the result of \"never\" did not come within 50 ms");
        }
    }

    @Test
    void theEndIsAwaitedWithItsReason() {
        peer.requestAsync("leave", "for spam", String.class);
        assertThat(peer.awaitClosed()).isEqualTo(CloseReason.of(Code.KICKED, "for spam"));
    }

    @Test
    void theOtherEndIsTheSockOfTheHandlers() {
        Sock other = peer.serverSide();
        other.notify("news", 1);
        assertThat(peer.awaitNotification("news", int.class)).isEqualTo(1);
    }
}
