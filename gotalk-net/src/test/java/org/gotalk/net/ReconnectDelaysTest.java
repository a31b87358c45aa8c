package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** When the next attempt follows. The same rules as those of gotalk.js. */
class ReconnectDelaysTest {

    private final ReconnectFixture fixture = new ReconnectFixture();

    @Test
    void theFirstAttemptIsMadeAtOnce() {
        assertThat(fixture.attempts()).isOne();
    }

    @Test
    void failedAttemptsFollowAfter500MsDoublingUpTo5S() {
        List<Integer> delays = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            fixture.refuses();
            delays.add(fixture.untilNextAttempt());
        }
        assertThat(delays).containsExactly(500, 1000, 2000, 4000, 5000, 5000, 5000);
    }

    @Test
    void theDelayBeginsAnewOnceThereWasAConnectionThatWasOfUse() {
        fixture.refuses();
        fixture.untilNextAttempt();
        fixture.refuses();
        assertThat(fixture.untilNextAttempt()).isEqualTo(1000);
        fixture.ends(fixture.accepts(), 1006);
        assertThat(fixture.untilNextAttempt()).isEqualTo(500);
    }

    @Test
    void aConnectionWhoseSetUpFailsDoesNotMakeTheDelayBeginAnew() {
        ReconnectFixture failing = new ReconnectFixture(options -> options.setup(connection -> {
            throw new IllegalStateException("as the test wants it");
        }));
        List<Integer> delays = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            failing.accepts();
            delays.add(failing.untilNextAttempt());
        }
        assertThat(delays).containsExactly(500, 1000, 2000);
    }

    @Test
    void aSilentPeerIsTriedAgainAtOnceButAtMostTwiceASecond() {
        RawPeer peer = fixture.accepts();
        fixture.passes(Duration.ofSeconds(40), peer);
        peer.says("f00000003");
        fixture.executor.runAll();
        assertThat(fixture.untilNextAttempt()).isZero();
        RawPeer next = fixture.accepts();
        fixture.scheduler.advance(Duration.ofMillis(100));
        fixture.ends(next, 4003);
        assertThat(fixture.untilNextAttempt()).isEqualTo(400);
    }

    @Test
    void aPeerThatGoesAwayIsTriedSoonEachTimeAtAMomentOfItsOwn() {
        fixture.ends(fixture.accepts(), 1012);
        assertThat(fixture.untilNextAttempt()).isEqualTo(500);
        fixture.random = 0.5;
        fixture.ends(fixture.accepts(), 1012);
        assertThat(fixture.untilNextAttempt()).isEqualTo(1000);
        fixture.random = 0.9;
        fixture.ends(fixture.accepts(), 1001);
        assertThat(fixture.untilNextAttempt()).isEqualTo(1400);
    }

    @Test
    void aPeerThatSpeaksSomethingElseIsTriedAfterTheLongestDelay() {
        fixture.ends(fixture.accepts(), 4001);
        assertThat(fixture.untilNextAttempt()).isEqualTo(5000);
        fixture.ends(fixture.accepts(), 4002);
        assertThat(fixture.untilNextAttempt()).isEqualTo(5000);
    }

    @Test
    void soIsOneThatGaveUpOnThisSide() {
        fixture.ends(fixture.accepts(), 4000);
        assertThat(fixture.untilNextAttempt()).isEqualTo(5000);
        RawPeer next = fixture.accepts();
        next.says("f00000000");
        fixture.executor.runAll();
        assertThat(fixture.untilNextAttempt()).isEqualTo(5000);
    }

    @Test
    void soIsOneThatSpeaksSomethingElseFromItsFirstByteOn() {
        fixture.accepts(new RawPeer() {
            @Override
            public RawPeer says(String ignored) {
                return super.says("HTTP/1.1 400 Bad Request");
            }
        });
        assertThat(fixture.untilNextAttempt()).isEqualTo(5000);
    }

    @Test
    void aCleanCloseIsFollowedAfterWhatIsLeftOf500Ms() {
        RawPeer peer = fixture.accepts();
        fixture.scheduler.advance(Duration.ofMillis(200));
        fixture.ends(peer, 1000);
        assertThat(fixture.untilNextAttempt()).isEqualTo(300);
        RawPeer next = fixture.accepts();
        fixture.passes(Duration.ofSeconds(10), next);
        fixture.ends(next, 1000);
        assertThat(fixture.untilNextAttempt()).isZero();
    }

    @Test
    void jitterLengthensADelayByUpToAQuarter() {
        fixture.random = 1;
        fixture.refuses();
        assertThat(fixture.untilNextAttempt()).isEqualTo(625);
        RawPeer peer = fixture.accepts();
        fixture.passes(Duration.ofSeconds(10), peer);
        fixture.ends(peer, 1000);
        assertThat(fixture.untilNextAttempt()).isEqualTo(125);
    }

    @Test
    void delaysAndJitterAreTheUsersToChoose() {
        ReconnectFixture slow = new ReconnectFixture(options ->
                options.delays(Duration.ofSeconds(1), Duration.ofSeconds(3)).jitter(1));
        slow.random = 1;
        slow.refuses();
        assertThat(slow.untilNextAttempt()).isEqualTo(2000);
        slow.random = 0;
        slow.refuses();
        assertThat(slow.untilNextAttempt()).isEqualTo(2000);
        slow.refuses();
        assertThat(slow.untilNextAttempt()).isEqualTo(3000);
    }

    @Test
    void anAttemptThatCannotEvenBeginIsAFailedOne() {
        fixture.refuses();
        fixture.attemptsThrow = new IllegalStateException("no file is free");
        fixture.scheduler.advance(Duration.ofMillis(500));
        fixture.attemptsThrow = null;
        assertThat(fixture.untilNextAttempt()).isEqualTo(1000);
    }
}
