package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Close reasons and the close codes of WebSockets that stand for them. */
class CloseReasonsTest {

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 1000",
        "GOING_AWAY, 1012",
        "GAVE_UP, 4000",
        "UNSUPPORTED, 4001",
        "INVALID_MESSAGE, 4002",
        "TIMEOUT, 4003",
        "SIGNED_OUT, 4010",
        "EXPIRED, 4011",
        "KICKED, 4012",
        "REPLACED, 4013",
    })
    void aReasonAndItsCloseCodeStandForEachOther(Code code, int number) {
        assertThat(CloseReasons.webSocketCode(code)).isEqualTo(number);
        assertThat(CloseReasons.reason(number, "why")).isEqualTo(CloseReason.of(code, "why"));
    }

    @Test
    void codesThatAreNotOursAreNoReasonToStayAway() {
        for (int number : new int[] {1005, 1006, 1008, 1011, 4004, 4014, 4999}) {
            assertThat(CloseReasons.reason(number, "").isFinal())
                    .as("%d", number)
                    .isFalse();
        }
    }
}
