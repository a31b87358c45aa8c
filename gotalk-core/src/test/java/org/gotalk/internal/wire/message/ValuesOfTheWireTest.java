package org.gotalk.internal.wire.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValuesOfTheWireTest {

    @Test
    void anIdIsShownAsTextWherePrintableAndElseInHex() {
        assertThat(new RequestId(0x30303031)).hasToString("0001");
        assertThat(new RequestId(0x00000001)).hasToString("00000001");
        assertThat(new RequestId(0x41424320)).hasToString("41424320");
        assertThat(new RequestId(0xffffffff)).hasToString("ffffffff");
    }

    @Test
    void errorCodesWithoutAMeaningAreAbnormal() {
        assertThat(ErrorCode.of(1)).isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(ErrorCode.of(3)).isEqualTo(ErrorCode.TIMEOUT);
        assertThat(ErrorCode.of(4)).isEqualTo(ErrorCode.ABNORMAL);
        assertThat(ErrorCode.of(0xffff_ffffL)).isEqualTo(ErrorCode.ABNORMAL);
    }

    @Test
    void errorCodesHaveTheNumbersOfTheProtocol() {
        assertThat(ErrorCode.values()).extracting(ErrorCode::number).containsExactly(0, 1, 2, 3);
    }

    @Test
    void payloadsAreEqualByTheirBytes() {
        assertThat(Payload.of(new byte[] {1, 2}))
                .isEqualTo(Payload.of(new byte[] {1, 2}))
                .hasSameHashCodeAs(Payload.of(new byte[] {1, 2}))
                .isNotEqualTo(Payload.of(new byte[] {1, 3}));
        assertThat(Payload.of(new byte[0])).isSameAs(Payload.EMPTY);
    }

    @Test
    void aPayloadThatIsNotTextIsReadWithReplacements() {
        assertThat(Payload.of(new byte[] {'a', (byte) 0xff, 'b'}).text()).isEqualTo("a\ufffdb");
        assertThat(Payload.utf8("å😀").text()).isEqualTo("å😀");
    }
}
