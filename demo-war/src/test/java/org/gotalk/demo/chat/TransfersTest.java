package org.gotalk.demo.chat;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gotalk.RetryLater;
import org.junit.jupiter.api.Test;

class TransfersTest {

    private final Transfers transfers = new Transfers();
    private final RecordingSock peer = new RecordingSock();

    @Test
    void onePeerHasAFewAtOnce() {
        begin(peer, Transfers.MAX_OF_A_PEER);

        assertThatThrownBy(() -> begin(peer, 1))
                .isInstanceOf(RetryLater.class)
                .hasMessage("4 of your files are on their way already");

        transfers.end(peer);
        assertThatCode(() -> begin(peer, 1)).doesNotThrowAnyException();
    }

    @Test
    void allTogetherHaveNoMoreThanTheServerHasThreadsFor() {
        begin(peer, 1);
        for (int i = 1; i < Transfers.MAX_TOTAL; i++) {
            begin(new RecordingSock(), 1);
        }

        assertThatThrownBy(() -> begin(new RecordingSock(), 1))
                .isInstanceOf(RetryLater.class)
                .hasMessage("the server moves 24 files already");

        transfers.end(peer);
        assertThatCode(() -> begin(new RecordingSock(), 1)).doesNotThrowAnyException();
    }

    private void begin(RecordingSock who, int number) {
        for (int i = 0; i < number; i++) {
            transfers.begin(who);
        }
    }
}
