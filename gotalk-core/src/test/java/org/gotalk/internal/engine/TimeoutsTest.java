package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gotalk.CloseReason;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.conformance.Conforms;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** What a connection does as time passes. */
class TimeoutsTest {

    private static final Duration HAIR = Engine.TICK;

    private final EngineFixture fixture = new EngineFixture();
    private final RawPeer peer = new RawPeer();

    @Test
    @Conforms({"handshake-timeout", "version-before-error"})
    void peerThatDoesNotShakeHandsIsClosedWithTimeout() {
        fixture.connecting(peer);
        fixture.scheduler.advance(Duration.ofSeconds(10).minus(HAIR));
        assertThat(peer.closeCodes()).isEmpty();
        fixture.scheduler.advance(HAIR);
        assertThat(peer.hears()).isEqualTo("01f00000003");
        assertThat(peer.closeCodes()).containsExactly(4003);
    }

    @Test
    void applicationHearsNothingOfAConnectionWithoutHandshake() {
        fixture.connecting(peer);
        peer.vanishes(1006);
        fixture.executor.runAll();
        assertThat(fixture.application.events()).isEmpty();
    }

    @Test
    @Conforms("read-timeout")
    void nothingReadForTheReadTimeoutClosesWithTimeout() {
        fixture.connected(peer);
        fixture.scheduler.advance(Duration.ofSeconds(30).minus(HAIR));
        assertThat(peer.closeCodes()).isEmpty();
        fixture.scheduler.advance(HAIR);
        assertThat(peer.hears()).endsWith("f00000003");
        assertThat(peer.closeCodes()).containsExactly(4003);
    }

    @Test
    @Conforms("read-timeout")
    void messageThatStartsAndNeverEndsRunsIntoTheReadTimeout() {
        fixture.connected(peer);
        peer.says("r0001004echo00000005\"a");
        fixture.scheduler.advance(Duration.ofSeconds(30));
        assertThat(peer.closeCodes()).containsExactly(4003);
    }

    @Test
    @Conforms("heartbeat-keeps-open")
    void heartbeatsOfThePeerKeepTheConnectionOpen() {
        fixture.connected(peer);
        for (int i = 0; i < 10; i++) {
            fixture.scheduler.advance(Duration.ofSeconds(20));
            peer.says("h000000000000");
        }
        assertThat(peer.closeCodes()).isEmpty();
    }

    @Test
    @Conforms("heartbeat")
    void heartbeatIsSentAtEachInterval() {
        fixture.connected(peer);
        fixture.scheduler.advance(Duration.ofSeconds(20));
        assertThat(peer.hears()).isEqualTo("h00006b49d214");
        peer.says("h000000000000");
        fixture.scheduler.advance(Duration.ofSeconds(20));
        assertThat(peer.hears()).isEqualTo("h00006b49d228");
    }

    @Test
    void noHeartbeatIsSentWhereTheIntervalIsZero() {
        EngineFixture quiet = new EngineFixture(Limits.builder()
                .heartbeatInterval(Duration.ZERO)
                .readTimeout(Duration.ofMinutes(5))
                .build());
        quiet.connected(peer);
        quiet.scheduler.advance(Duration.ofMinutes(4));
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    @Conforms("slow-reader")
    void peerThatDoesNotReadIsClosedAfterTheWriteTimeout() {
        Sock sock = fixture.connected(peer);
        peer.stopsReading();
        sock.notify("note", "x");
        fixture.scheduler.advance(Duration.ofSeconds(10));
        assertThat(peer.closeCodes()).isEmpty();
        fixture.scheduler.advance(HAIR);
        assertThat(peer.closeCodes()).containsExactly(4003);
        assertThat(sock.isOpen()).isFalse();
    }

    @Test
    void closeWaitsForWhatIsQueued() {
        Sock sock = fixture.connected(peer);
        peer.stopsReading();
        sock.notify("note", 1);
        sock.notify("note", 2);
        sock.close();
        assertThat(peer.closeCodes()).isEmpty();
        peer.readsAgain();
        assertThat(peer.hears()).isEqualTo("n004note000000011n004note000000012");
        assertThat(peer.closeCodes()).containsExactly(1000);
    }

    @Test
    void closeWaitsNoLongerThanTheWriteTimeout() {
        Sock sock = fixture.connected(peer);
        peer.stopsReading();
        sock.notify("note", 1);
        sock.close(CloseReason.of(CloseReason.Code.GOING_AWAY, "restart"));
        fixture.scheduler.advance(Duration.ofSeconds(10).plus(HAIR));
        assertThat(peer.closeCodes()).containsExactly(1012);
    }

    @Test
    void transportThatNeverReportsItsEndIsGivenUp() {
        RawPeer deaf = new RawPeer() {
            @Override
            public void close(int code, String reason) {
                // and no word of it
            }
        };
        Sock sock = fixture.connected(deaf);
        sock.close();
        assertThat(fixture.engine.connections()).isEqualTo(1);
        fixture.scheduler.advance(Duration.ofSeconds(20).plus(HAIR));
        assertThat(fixture.engine.connections()).isZero();
    }
}
