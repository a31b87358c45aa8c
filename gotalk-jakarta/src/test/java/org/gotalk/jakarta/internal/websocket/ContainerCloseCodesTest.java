package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerCloseCodesTest {

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1012, 1012", "4002, 4002", "1005, 1011", "1006, 1011", "1015, 1011"})
    void codesThatMayNotBeSentAreReplaced(int code, int sent) {
        assertThat(ContainerCloseCodes.sendable(code)).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1011, 1006", "4001, 4001"})
    void aConnectionThatTheContainerLostIsBroken(int code, int received) {
        assertThat(ContainerCloseCodes.received(code, true)).isEqualTo(received);
    }

    @Test
    void elsewhereACodeIsWhatThePeerHasSent() {
        assertThat(ContainerCloseCodes.received(1011, false)).isEqualTo(1011);
    }
}
