package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import org.gotalk.Handlers;
import org.gotalk.Peer;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.conformance.Conforms;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** Which handlers a peer is offered, and what becomes of names that none has. */
class OfferTest {

    private final EngineFixture fixture = new EngineFixture();
    private final RawPeer peer = new RawPeer();
    private final Handlers offered = fixture.application.handlers();

    @Test
    void aPeerIsOfferedWhatTheApplicationOffersUnlessToldOtherwise() {
        Sock usual = fixture.connected(peer);
        Handlers others = Handlers.create().handleBuffer("op", answering("other"));
        RawPeer second = new RawPeer();
        Sock special = fixture.engine.connect(second, Peer.at("test"), others);
        assertThat(usual.handlers()).isSameAs(offered);
        assertThat(special.handlers()).isSameAs(others);
        second.says("01r0001002op00000000");
        fixture.executor.runAll();
        assertThat(second.hears()).isEqualTo("01R000100000005other");
    }

    @Test
    void eachMessageIsHandledByTheSetThatIsOfferedWhenItArrives() {
        offered.handleBuffer("op", answering("first"));
        Sock sock = fixture.connected(peer);
        peer.says("r0001002op00000000");
        sock.serve(offered.subHandlers().handleBuffer("op", answering("second")));
        peer.says("r0002002op00000000");
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000005firstR000200000006second");
    }

    @Test
    void notificationsAreTakenByTheSetThatIsOfferedWhenTheyArrive() {
        offered.handleBufferNotification("note", (from, name, payload) -> fixture.application.note("first"));
        Sock sock = fixture.connected(peer);
        peer.says("n004note00000000");
        sock.serve(Handlers.create()
                .handleBufferNotification("note", (from, name, payload) -> fixture.application.note("second")));
        peer.says("n004note00000000");
        fixture.executor.runAll();
        assertThat(fixture.application.events()).containsExactly("opened", "first", "second");
    }

    @Test
    void handlersAddedAndRemovedWhileServingCountFromTheNextMessageOn() {
        fixture.connected(peer);
        offered.handleBuffer("op", answering("added"));
        peer.says("r0001002op00000000");
        offered.remove("op");
        peer.says("r0002002op00000000");
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("E000200000016unknown operation \"op\"R000100000005added");
    }

    @Test
    @Conforms("fallback")
    void aFallbackGetsTheNameThatWasRequested() {
        offered.handleFallback(
                        (from, operation, payload) -> CompletableFuture.completedFuture(operation.getBytes(UTF_8)))
                .handleNotificationFallback((from, name, payload) -> fixture.application.note(name));
        fixture.connected(peer);
        peer.says("r0001005other00000000n003any00000000");
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000005other");
        assertThat(fixture.application.events()).containsExactly("opened", "any");
    }

    @Test
    void reservedNamesReachNoFallback() {
        offered.handleFallback(answering("never"))
                .handleNotificationFallback((from, name, payload) -> fixture.application.note(name));
        fixture.connected(peer);
        peer.says("r000100d$gotalk/later00000000n00d$gotalk/later00000000");
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("E000100000021unknown operation \"$gotalk/later\"");
        assertThat(fixture.application.events()).containsExactly("opened");
    }

    @Test
    void anApplicationWithoutNamedSetsSaysWhichIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> fixture.application.handlers("admin"))
                .withMessage("there is no handler set \"admin\": " + RecordingApplication.class.getName()
                        + " has only the default set");
    }

    private static RequestHandler answering(String text) {
        return (from, operation, payload) -> CompletableFuture.completedFuture(text.getBytes(UTF_8));
    }
}
