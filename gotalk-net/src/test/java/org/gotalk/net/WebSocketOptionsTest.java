package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketOptionsTest {

    private final ConnectOptions options = ConnectOptions.defaults();

    private static Map<String, List<String>> headers(ConnectOptions options) {
        return options.webSocket().handshakeHeaders();
    }

    @Test
    void ourOwnSubprotocolIsOfferedUnlessOthersAreGiven() {
        assertThat(options.webSocket().subprotocols()).containsExactly("gotalk.v1");
        assertThat(options.subprotocols().webSocket().subprotocols()).isEmpty();
        assertThat(options.subprotocols("a", "b").webSocket().subprotocols()).containsExactly("a", "b");
    }

    @Test
    void aHeaderMayHaveSeveralValues() {
        ConnectOptions several =
                options.header("X-One", "1").header("X-Two", "2").header("x-one", "3");
        assertThat(headers(several))
                .containsOnly(Map.entry("X-One", List.of("1", "3")), Map.entry("X-Two", List.of("2")));
        assertThat(headers(options)).isEmpty();
    }

    @Test
    void theBearerTokenIsAskedForAnewWithEachHandshake() {
        AtomicInteger count = new AtomicInteger();
        ConnectOptions fresh = options.header("X-One", "1").bearerToken(() -> "token-" + count.incrementAndGet());
        assertThat(headers(fresh)).containsEntry("Authorization", List.of("Bearer token-1"));
        assertThat(headers(fresh))
                .containsOnly(Map.entry("Authorization", List.of("Bearer token-2")), Map.entry("X-One", List.of("1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret\r\nHost: other", "s\u00e9cret\u2026"})
    void whatCanBeNoTokenIsNotShown(String token) {
        ConnectOptions wrong = options.bearerToken(() -> token);
        assertThatIllegalStateException()
                .isThrownBy(() -> headers(wrong))
                .withMessageStartingWith("the bearer token is ")
                .withMessageNotContaining("cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "connection",
                "Upgrade",
                "Content-Length",
                "Expect",
                "Sec-WebSocket-Key",
                "Sec-WebSocket-Protocol"
            })
    void headersOfTheHandshakeItselfAreNotForTheUser(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.header(name, "x"))
                .withMessageStartingWith("header " + name + " is set by the handshake itself");
    }

    @Test
    void aHeaderHasTheFormOfOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.header("X One", "1"))
                .withMessage("\"X One\" is not a valid header name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.header("X-One", "secret\n"))
                .withMessage("header X-One has characters that are not allowed");
    }

    @Test
    void subprotocolsHaveTheFormOfOneAndAreDifferent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.subprotocols("gotalk v1"))
                .withMessage("\"gotalk v1\" is not a valid subprotocol name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.subprotocols("a", "b", "a"))
                .withMessage("subprotocols are [a, b, a], but must not contain duplicates");
    }

    @Test
    void thereIsOneAuthorization() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.header("authorization", "Basic x").bearerToken(() -> "y"))
                .withMessage("use a bearer token or a header Authorization, not both");
    }

    @Test
    void secretsAreNotShown() {
        ConnectOptions secrets = options.header("Cookie", "secret").bearerToken(() -> "secret");
        assertThat(secrets.toString())
                .contains("headers=[Cookie], bearerToken=true")
                .doesNotContain("secret");
    }
}
