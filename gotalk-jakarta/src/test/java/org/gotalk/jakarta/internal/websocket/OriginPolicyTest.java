package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "http://my_host, my_host",
        "https://stack_web:8443, stack_web:8443",
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
        "http://my_host:8080, my_host",
        "http://other_host, my_host",
        "http://user@my_host, my_host",
    })
    void byDefaultNoOthersMay(String origin, String host) {
        assertThat(permits("", origin, host)).isFalse();
    }

    @Test
    void clientsThatAreNoPagesSendNoOriginAndMayConnect() {
        assertThat(OriginPolicy.parse("https://example.org").permits(Optional.empty(), at("localhost")))
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

    @ParameterizedTest
    @CsvSource({
        "https://*.example.org, https://www.example.org",
        "https://*.example.org, https://a.b.example.org",
        "https://*.example.org, https://stack_web.example.org",
        "https://*.Example.org, https://WWW.example.org:443",
        "http://*.example.org:8080, http://www.example.org:8080",
        "http://my_host:8080, http://my_host:8080",
    })
    void subdomainsAndOddHostsMayBeListed(String list, String origin) {
        assertThat(permits(list, origin, "internal")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://*.example.org, https://example.org",
        "https://*.example.org, http://www.example.org",
        "https://*.example.org, https://www.example.org:8443",
        "https://*.example.org, https://wwwexample.org",
        "https://*.example.org, https://www.example.org.evil.com",
        "https://*.example.org, https://evil.com/.example.org",
        "https://*.example.org, null",
    })
    void aWildcardIsForSubdomainsAlone(String list, String origin) {
        assertThat(permits(list, origin, "internal")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://*", "https://a.*.org", "https://*a.org", "*.example.org", "https://*.", "https://*.x/"})
    void aWildcardHasOnePlace(String list) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OriginPolicy.parse(list))
                .withMessageContaining("https://*.example.org")
                .withMessageContaining("invalid entry \"" + list + "\"");
    }

    @Test
    void theSchemeThatAProxyTellsIsComparedToo() {
        HandshakeTarget target = new HandshakeTarget("example.org", Optional.of("https"), "10.0.0.1");
        OriginPolicy own = OriginPolicy.parse("");
        assertThat(own.permits(Optional.of("https://example.org"), target)).isTrue();
        assertThat(own.permits(Optional.of("http://example.org"), target)).isFalse();
    }

    @Test
    void aStarPermitsAll() {
        assertThat(permits("https://example.org,*", "null", "internal")).isTrue();
    }

    private static boolean permits(String list, String origin, String host) {
        return OriginPolicy.parse(list).permits(Optional.of(origin), at(host));
    }

    private static HandshakeTarget at(String host) {
        return new HandshakeTarget(host, Optional.empty(), "[::1]:5000");
    }
}
