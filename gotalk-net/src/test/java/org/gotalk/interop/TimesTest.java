package org.gotalk.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gotalk.CloseReason;
import org.gotalk.Heartbeat;
import org.gotalk.Sock;
import org.gotalk.conformance.Conforms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a Java peer does as time passes. */
@ParameterizedClass
@EnumSource(Line.class)
class TimesTest extends InteropContract {

    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration HAIR = Duration.ofMillis(250);
    private static final int MEBIBYTE = 1 << 20;

    TimesTest(Line line) {
        super(line);
    }

    @Test
    @Conforms({"read-timeout", "protocol-error"})
    void aPeerThatSaysNothingIsToldAndLeft() throws Exception {
        JavaPeer peer = peer();
        Conversation conversation = peer.connected().goesOn();

        peer.waits(SILENCE);
        assertThat(conversation.rest()).isEqualTo("f00000003");
    }

    @Test
    @Conforms("read-timeout")
    void aMessageThatBeginsAndNeverEndsRunsIntoTheTimeout() throws Exception {
        JavaPeer peer = peer();
        Conversation conversation = peer.connected().goesOn().says("r0001004echo00000005hel");

        peer.waits(SILENCE);
        peer.waits(SILENCE);
        assertThat(conversation.rest()).isEqualTo("f00000003");
    }

    @Test
    @Conforms({"handshake-timeout", "version-before-error"})
    void aPeerWithoutVersionIsLeft() throws Exception {
        JavaPeer peer = peer();
        Conversation conversation = peer.met().hears("01");

        peer.waits(HANDSHAKE);
        assertThat(conversation.rest()).isEqualTo("f00000003");
    }

    @Test
    @Conforms("heartbeat-keeps-open")
    void heartbeatsKeepTheConnectionOpenAndAreNotAnswered() throws Exception {
        JavaPeer peer = peer();
        Conversation conversation = peer.connected().goesOn();
        for (int i = 0; i < 5; i++) {
            peer.waits(SILENCE.minus(HAIR));
            conversation.says("h000000000001");
            assertThat(peer.heartbeat().time().getEpochSecond()).isOne();
        }

        conversation.goesOn();
    }

    @Test
    @Conforms("heartbeat")
    void aHeartbeatGoesOutAtEachInterval() throws Exception {
        JavaPeer peer = peer(limits().heartbeatInterval(Duration.ofSeconds(20)));
        Conversation conversation = peer.connected().goesOn();
        for (int i = 0; i < 3; i++) {
            peer.waits(Duration.ofSeconds(20));
            assertThat(conversation.next(13)).matches("h[0-9a-f]{12}");
            conversation.goesOn();
        }
    }

    @Test
    @Conforms({"heartbeat-edges", "unsigned"})
    void loadsAndTimesOfAllBitsAreTakenAsTheyAre() throws Exception {
        JavaPeer peer = peer();
        Conversation conversation = peer.connected();
        for (long bits : new long[] {0, 0xffff_ffffL}) {
            conversation.says("h%04x%08x".formatted(bits & 0xffff, bits));

            Heartbeat heard = peer.heartbeat();
            assertThat(heard.load()).isEqualTo(bits == 0 ? 0.0 : 1.0);
            assertThat(heard.time().getEpochSecond()).isEqualTo(bits);
        }
    }

    @Test
    @Conforms("slow-reader")
    void aPeerThatDoesNotReadIsLeftAndNobodyElseWaitsForIt() throws Exception {
        JavaPeer peer = peer(limits().maxOutbound(64 * MEBIBYTE)
                .writeTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofDays(1)));
        Conversation unused = peer.met().says("01");
        Sock sock = peer.sock();
        byte[] part = new byte[MEBIBYTE];
        for (int i = 0; i < 24; i++) {
            assertThat(sock.tryNotify("more than any network takes", part)).isTrue();
        }
        peer.connected().goesOn();

        peer.waitsAsLongAs(Duration.ofSeconds(11), sock::isOpen);
        assertThat(result(sock.closed()).code()).isEqualTo(CloseReason.Code.TIMEOUT);
    }
}
