package org.gotalk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.gotalk.CloseReason.Code;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RawPeerTest {

    private static final String BIG = "x".repeat(300_000);

    private final Handlers handlers = Handlers.create()
            .handle("echo", byte[].class, bytes -> bytes)
            .handle(
                    "who",
                    String.class,
                    (sock, text) -> sock.peer().identity().orElseThrow().name());

    @RegisterExtension
    final GotalkExtension server = TestServer.serving(handlers)
            .limits(Limits.builder().maxOutbound(1_000_000).build())
            .extension();

    private final RawPeer peer = server.peer().as("eve").raw();

    @Test
    void itSpeaksBytes() {
        peer.send("01").send("r0001004ec").send("ho00000005hello");
        assertThat(peer.await("R000100000005hello")).startsWith("01");
        assertThat(peer.recorder().frames())
                .containsExactlyInAnyOrder(
                        "> version 1", "< version 1", "> request 0001 \"echo\" hello", "< result 0001 hello");
    }

    @Test
    void itMayBeSignedIn() {
        peer.send("01r0001003who00000003\"x\"");
        peer.await("R000100000005\"eve\"");
    }

    @Test
    void bytesThatAreNotGotalkEndTheConnection() {
        peer.send("01").send("?!");
        peer.await("f00000002");
        assertThat(peer.awaitClosed()).isNotEqualTo(1000);
        assertThat(peer.serverSide().closed().toCompletableFuture().join().code())
                .isEqualTo(Code.INVALID_MESSAGE);
        assertThat(peer.recorder().frames()).anyMatch(frame -> frame.startsWith("> not Gotalk: "));
    }

    @Test
    void oneThatDoesNotReadFillsTheQueueOfTheServer() {
        peer.send("01").await("01");
        peer.stopReading();
        server.settle();
        int queued = 0;
        while (peer.serverSide().tryNotify("news", BIG)) {
            queued++;
        }
        assertThat(queued).isBetween(1, 4);
        peer.resumeReading();
        server.settle();
        assertThat(peer.received()).hasSizeGreaterThan(queued * BIG.length());
        assertThat(peer.serverSide().tryNotify("news", BIG)).isTrue();
    }

    @Test
    void oneThatVanishesIsLost() {
        peer.send("01").await("01");
        peer.vanish();
        assertThat(peer.serverSide().closed().toCompletableFuture().join().code())
                .isEqualTo(Code.ABNORMAL);
    }

    @Test
    void bytesThatDoNotComeAreNamed() {
        try (TestServer impatient =
                TestServer.serving(handlers).patience(Duration.ofMillis(50)).start()) {
            RawPeer waiting = impatient.peer().raw().send("01");
            assertThatThrownBy(() -> waiting.await("R0001"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("\"R0001\" did not come within 50 ms");
        }
    }
}
