package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.spi.TraceContext;
import org.gotalk.testing.RawPeer;
import org.gotalk.testing.RecordingObserver;
import org.junit.jupiter.api.Test;

/** The message that says where in a trace the next one belongs. */
class TraceMessageTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String TRACE = "n00d$gotalk/trace00000037" + PARENT;
    private static final String REQUEST = "r0000004echo00000004\"hi\"";

    private final RecordingObserver observer = new RecordingObserver();
    private final EngineFixture fixture =
            new EngineFixture(Limits.builder().heartbeatInterval(Duration.ZERO).build(), observer);
    private final RawPeer peer = new OurPeer();
    private final Sock sock = fixture.connected(peer);

    private void says(String messages) {
        fixture.application.handlers().handle("echo", String.class, text -> text);
        fixture.application.handlers().handleNotification("said", String.class, text -> {});
        peer.says(messages);
        fixture.executor.runAll();
    }

    @Test
    void itPrecedesEachAttemptOfARequest() {
        observer.sendsTrace(TraceContext.of(PARENT, ""));
        var unused = sock.requestAsync("ask", 1, String.class, Duration.ofMinutes(1));
        assertThat(peer.hears()).isEqualTo(TRACE + "r0000003ask000000011");
        peer.says("e00000000000100000004busy");
        fixture.scheduler.advance(Duration.ofSeconds(1));
        assertThat(peer.hears()).isEqualTo(TRACE + "r0001003ask000000011");
    }

    @Test
    void itPrecedesNotificationsAndStreams() {
        observer.sendsTrace(TraceContext.of(PARENT, ""));
        sock.notify("news", 1);
        assertThat(peer.hears()).isEqualTo(TRACE + "n004news000000011");
        sock.requestParts("rows", 1).close();
        assertThat(peer.hears()).startsWith(TRACE + "rA000004rows000000011");
        sock.streamRequest("up").request().write(new byte[] {'x'});
        assertThat(peer.hears()).isEqualTo(TRACE + "sA001002up00000001x");
    }

    @Test
    void itCarriesTheStateInASecondLine() {
        observer.sendsTrace(TraceContext.of(PARENT, "vendor=1"));
        sock.notify("news", 1);
        assertThat(peer.hears()).contains("00000040" + PARENT + "\nvendor=1n004news");
    }

    @Test
    void aPeerOfAnotherMakeNeverGetsIt() {
        RawPeer other = new RawPeer();
        Sock toOther = fixture.connected(other);
        observer.sendsTrace(TraceContext.of(PARENT, ""));
        toOther.notify("news", 1);
        var unused = toOther.requestAsync("ask", 1, String.class, Duration.ofMinutes(1));
        toOther.requestParts("rows", 1).close();
        assertThat(other.hears()).contains("news", "ask", "rows").doesNotContain("$gotalk");
    }

    @Test
    void itBelongsToTheNextMessageAlone() {
        observer.events();
        says(TRACE + "n004said00000004\"hi\"" + REQUEST);
        assertThat(observer.events()).contains("receives said" + PARENT + " SUCCESS", "handles echo SUCCESS");
    }

    @Test
    void itIsKnownToTheHandlerOfARequest() {
        says(TRACE + REQUEST);
        assertThat(observer.events()).contains("handles echo" + PARENT + " SUCCESS");
    }

    @Test
    void aMalformedOneIsIgnored() {
        says("n00d$gotalk/trace00000003abc" + REQUEST);
        assertThat(observer.events()).contains("handles echo SUCCESS");
        assertThat(peer.hears()).isEqualTo("R000000000004\"hi\"");
    }

    @Test
    void aLongOneIsIgnored() {
        String text = PARENT + "\n" + "x".repeat(1000);
        says("n00d$gotalk/trace" + String.format("%08x", text.length()) + text + REQUEST);
        assertThat(observer.events()).contains("handles echo SUCCESS");
    }

    @Test
    void anEngineWithoutObserverPassesItOver() {
        EngineFixture unobserved = new EngineFixture();
        unobserved.application.handlers().handle("echo", String.class, text -> text);
        RawPeer toUnobserved = new OurPeer();
        unobserved.connected(toUnobserved);
        toUnobserved.says(TRACE + REQUEST);
        unobserved.executor.runAll();
        assertThat(toUnobserved.hears()).isEqualTo("R000000000004\"hi\"");
    }
}
