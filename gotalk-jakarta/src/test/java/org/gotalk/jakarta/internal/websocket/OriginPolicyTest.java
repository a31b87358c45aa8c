package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "http://example.org, example.org",
        "http://example.org, example.org:80",
        "https://example.org, example.org",
        "https://example.org, example.org:443",
        "http://example.org:8080, example.org:8080",
        "http://EXAMPLE.org, Example.ORG",
        "http://[::1]:9080, [::1]:9080",
    })
    void byDefaultPagesOfTheSameHostAndPortMayConnect(String origin, String host) {
        assertThat(permits("", origin, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com, example.org",
        "http://example.org.evil.com, example.org",
        "http://example.org:8080, example.org",
        "http://example.org, example.org:443",
        "null, example.org",
        "http://example.org/, example.org",
        "http://user@example.org, example.org",
        "http://example.org, user@example.org",
        "file://, example.org",
        "http://[::1, [::1",
    })
    void byDefaultNoOthersMay(String origin, String host) {
        assertThat(permits("", origin, host)).isFalse();
    }

    @Test
    void clientsThatAreNoPagesSendNoOriginAndMayConnect() {
        assertThat(OriginPolicy.parse("https://example.org").permits(Optional.empty(), "localhost"))
                .isTrue();
    }

    @Test
    void aListOfOriginsStandsAlone() {
        String list = "https://example.org, http://localhost:8080";

        assertThat(permits(list, "https://example.org:443", "internal")).isTrue();
        assertThat(permits(list, "http://localhost:8080", "internal")).isTrue();
        assertThat(permits(list, "http://example.org", "internal")).isFalse();
        assertThat(permits(list, "http://internal", "internal")).isFalse();
    }

    @Test
    void aStarPermitsAll() {
        assertThat(permits("https://example.org,*", "null", "internal")).isTrue();
    }

    private static boolean permits(String list, String origin, String host) {
        return OriginPolicy.parse(list).permits(Optional.of(origin), host);
    }
}
