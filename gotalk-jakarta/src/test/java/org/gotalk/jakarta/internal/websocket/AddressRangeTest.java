package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for an address, so that nothing is looked up that others have written. */
class AddressRangeTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.255", "::1", "[2001:db8::1]", "fe80::1%eth0"})
    void numbersAreAddresses(String text) {
        assertThat(AddressRange.address(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999.1.1.1", "256.0.0.1", "1.2.3", "localhost", "1.2.3.4.5", "", "a.b.c.d"})
    void anythingElseIsNone(String text) {
        assertThat(AddressRange.address(text)).isEmpty();
    }
}
