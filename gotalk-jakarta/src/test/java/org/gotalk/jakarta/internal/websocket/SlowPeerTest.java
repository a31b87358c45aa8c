package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlowPeerTest {

    private final SlowPeer peer = new SlowPeer();

    @Test
    void aPeerIsNotSlowUntilItIsSeenToBe() {
        assertThat(peer.isSlow(0)).isFalse();
        peer.sent(0, SlowPeer.WAITED - 1);
        assertThat(peer.isSlow(SlowPeer.WAITED)).isFalse();
    }

    @Test
    void oneThatMadeASendWaitIsSlowForAWhile() {
        peer.sent(0, SlowPeer.WAITED);
        assertThat(peer.isSlow(SlowPeer.WAITED)).isTrue();
        assertThat(peer.isSlow(SlowPeer.WAITED + SlowPeer.MIN_SPAN)).isFalse();
    }

    @Test
    void whoDelaysSendsAgainIsSlowForLongerUpToABound() {
        peer.sent(0, SlowPeer.WAITED);
        peer.sent(0, SlowPeer.WAITED);
        assertThat(peer.isSlow(SlowPeer.WAITED + SlowPeer.MIN_SPAN)).isTrue();
        for (int i = 0; i < 100; i++) {
            peer.sent(0, SlowPeer.WAITED);
        }
        assertThat(peer.isSlow(SlowPeer.WAITED + SlowPeer.MAX_SPAN)).isFalse();
    }

    @Test
    void oneThatTakesASendAtOnceIsSlowNoMore() {
        peer.sent(0, SlowPeer.WAITED);
        peer.sent(0, 1);
        assertThat(peer.isSlow(2)).isFalse();
    }
}
