package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "tcp://example.org:4001, TCP, example.org, 4001",
        "TLS://example.org:0, TLS, example.org, 0",
        "tcp://[::1]:4001, TCP, ::1, 4001",
        "ws://example.org/gotalk/, WS, example.org, 80",
        "wss://example.org:9443/gotalk?room=a, WSS, example.org, 9443",
        "wss://example.org, WSS, example.org, 443",
        "tcp://my_host:4001, TCP, my_host, 4001",
        "tls://stack_web:4433, TLS, stack_web, 4433",
        "ws://my_host/gotalk, WS, my_host, 80",
        "wss://stack_web_1:9443/gotalk?room=a, WSS, stack_web_1, 9443",
        "tls://[2001:db8::1]:4433, TLS, 2001:db8::1, 4433",
        "ws://[::1]/gotalk, WS, ::1, 80",
        "wss://[::1]:9443/gotalk, WSS, ::1, 9443"
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
                "tcp://:4001|must have the form tcp://host:port",
                "unix:|is not an address",
                "unix://host/run/x|must have the form unix:/path/of/the/socket",
                "ws://example.org/#part|must have the form ws://host:port/path, without a fragment",
                "tcp://a b:1|is not an address",
                "tcp://my_host|must have the form tcp://host:port",
                "ws://my_host:70000/|must have the form ws://host:port/path",
                "ws://-host/|must have the form ws://host:port/path"
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
        assertThat(Address.of("tcp://my_host:0").withPort(4001)).hasToString("tcp://my_host:4001");
    }

    @ParameterizedTest
    @CsvSource({
        "ws://my_host/gotalk, my_host",
        "ws://my_host:80/gotalk, my_host",
        "wss://my_host:80/gotalk, my_host:80",
        "wss://[::1]:9443/gotalk, [::1]:9443",
        "wss://[::1]/gotalk, [::1]"
    })
    void namesItsHostAsServersAreToldIt(String text, String host) {
        assertThat(Address.of(text).hostHeader()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://ann:secret@example.org:1",
                "tls://ann:secret@my_host:1",
                "ws://ann:secret@example.org/gotalk",
                "wss://ann:secret@my_host/gotalk",
                "ws://ann:sec@ret@example.org/gotalk",
                "ws://ann:sec ret@example.org/gotalk",
                "ws://secret@[::1]/gotalk"
            })
    void hasNoUserAndShowsNoPassword(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.of(text))
                .withMessageMatching("\"\\w+://…@.*(must not have a user name or password: use .*|is not an address)")
                .withMessageNotContaining("ann")
                .withMessageNotContaining("secret")
                .withMessageNotContaining("ret@");
    }
}
