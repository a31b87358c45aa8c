package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "tcp://example.org:4001, TCP, example.org, 4001",
        "TLS://example.org:0, TLS, example.org, 0",
        "tcp://[::1]:4001, TCP, ::1, 4001",
        "ws://example.org/gotalk/, WS, example.org, 80",
        "wss://example.org:9443/gotalk?room=a, WSS, example.org, 9443",
        "wss://example.org, WSS, example.org, 443"
    })
    void hasASchemeAHostAndAPort(String text, String scheme, String host, int port) {
        Address address = Address.of(text);
        assertThat(address.scheme().name()).isEqualTo(scheme);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({"unix:/run/gotalk.sock, /run/gotalk.sock", "unix:gotalk.sock, gotalk.sock", "unix:///a%20b, /a b"})
    void ofAUnixSocketIsAFile(String text, String path) {
        assertThat(Address.of(text).file().getPath()).hasToString(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.org:4001|has an unknown scheme: use tcp://host:port",
                "http://example.org|has an unknown scheme",
                "tcp://example.org|must have the form tcp://host:port, with a port from 0 to 65535",
                "tcp://example.org:70000|must have the form tcp://host:port",
                "tls://example.org:1/path|must have the form tls://host:port, with a port from 0 to 65535 and nothing else",
                "tcp://me@example.org:1|must have the form tcp://host:port",
                "tcp://:4001|must have the form tcp://host:port",
                "unix:|is not an address",
                "unix://host/run/x|must have the form unix:/path/of/the/socket",
                "ws://example.org/#part|must have the form ws://host:port/path, without a fragment",
                "tcp://a b:1|is not an address"
            })
    void thatIsWrongIsToldWithWhatWouldBeRight(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.of(text))
                .withMessageContaining("\"" + text)
                .withMessageContaining(problem);
    }

    @Test
    void keepsItsHostWithThePortThatWasFound() {
        assertThat(Address.of("tcp://[::1]:0").withPort(4001)).hasToString("tcp://[::1]:4001");
    }
}
