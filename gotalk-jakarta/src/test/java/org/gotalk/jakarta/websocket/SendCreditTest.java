package org.gotalk.jakarta.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What may be sent to a peer that nobody has seen reading. */
class SendCreditTest {

    private static final int FRAME_HEADER = 10;

    private final SendCredit credit = new SendCredit(1000);

    @Test
    void coversAMessageWithItsFrameHeader() {
        assertThat(credit.covers(1000 - FRAME_HEADER)).isTrue();
        assertThat(credit.covers(1001 - FRAME_HEADER)).isFalse();
    }

    @Test
    void isUsedUpByWhatIsSent() {
        credit.sent(600);
        assertThat(credit.covers(1000 - 600 - 2 * FRAME_HEADER)).isTrue();
        assertThat(credit.covers(1001 - 600 - 2 * FRAME_HEADER)).isFalse();
    }

    @Test
    void thePeerIsPingedWhenHalfIsUsed() {
        credit.sent(400);
        assertThat(credit.ping()).isEmpty();
        credit.sent(90);
        assertThat(credit.ping()).isPresent();
    }

    @Test
    void onePingIsOnItsWayAtATime() {
        credit.sent(600);
        assertThat(credit.ping()).isPresent();
        credit.sent(300);
        assertThat(credit.ping()).isEmpty();
    }

    @Test
    void aPongGivesBackWhatWasSentBeforeItsPing() {
        credit.sent(600);
        ByteBuffer ping = credit.ping().orElseThrow();
        credit.sent(300);
        credit.pong(ping);
        assertThat(credit.covers(1000 - 300 - 2 * FRAME_HEADER)).isTrue();
        assertThat(credit.covers(1001 - 300 - 2 * FRAME_HEADER)).isFalse();
    }

    @Test
    void aPongThatAnswersNoPingGivesNothing() {
        credit.sent(990);
        ByteBuffer ping = credit.ping().orElseThrow();
        credit.pong(ByteBuffer.allocate(0));
        credit.pong(ByteBuffer.allocate(Long.BYTES).putLong(ping.getLong(0) + 1).flip());
        assertThat(credit.covers(1)).isFalse();
        credit.pong(ping);
        assertThat(credit.covers(1)).isTrue();
    }

    @Test
    void aPongCountsOnce() {
        credit.sent(990);
        ByteBuffer ping = credit.ping().orElseThrow();
        credit.pong(ping.duplicate());
        credit.sent(990);
        credit.pong(ping.duplicate());
        assertThat(credit.covers(1)).isFalse();
    }

    @Test
    void noCreditCoversNothing() {
        assertThat(new SendCredit(0).covers(0)).isFalse();
    }
}
