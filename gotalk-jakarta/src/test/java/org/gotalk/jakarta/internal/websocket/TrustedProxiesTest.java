package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final String LIST = "127.0.0.1, 10.0.0.0/8, 2001:db8::/32";

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.0.0.2, false",
        "10.255.0.1, true",
        "11.0.0.1, false",
        "2001:db8:1::1, true",
        "2001:db9::1, false",
        "localhost, false",
    })
    void addressesAndRangesAreTrusted(String sender, boolean isTrusted) {
        HandshakeTarget target = target(LIST, sender, "X-Forwarded-Host: public");
        assertThat(target.host()).isEqualTo(isTrusted ? "public" : "internal");
    }

    @Test
    void nobodyIsTrustedByDefault() {
        HandshakeTarget target = target("", "127.0.0.1", "X-Forwarded-Host: public", "X-Forwarded-For: 192.0.2.1");
        assertThat(target).isEqualTo(new HandshakeTarget("internal", Optional.empty(), "127.0.0.1:5000"));
    }

    /** What a client writes itself comes before what proxies add. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For: 192.0.2.1|192.0.2.1",
                "X-Forwarded-For: 1.2.3.4, 192.0.2.1|192.0.2.1",
                "X-Forwarded-For: 1.2.3.4, 192.0.2.1, 10.0.0.9|192.0.2.1",
                "X-Forwarded-For: 10.0.0.8, 10.0.0.9|10.0.0.8",
                "X-Forwarded-For: 192.0.2.1:4711, 10.0.0.9:80|192.0.2.1:4711",
                "X-Forwarded-For: [2001:db9::1]:4711|[2001:db9::1]:4711",
                "Forwarded: for=192.0.2.1;host=public;proto=https|192.0.2.1",
                "Forwarded: for=1.2.3.4, for=\"[2001:db9::1]:4711\", For=10.0.0.9|[2001:db9::1]:4711",
                "Forwarded: for=_hidden|_hidden",
                "X-Other: 1|10.0.0.1:5000",
            })
    void thePeerIsTheLastOneThatIsNoTrustedProxy(String header, String peer) {
        assertThat(target(LIST, "10.0.0.1", header).peer()).isEqualTo(peer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-Host: public:8443|X-Forwarded-Proto: wss|public:8443|https",
                "X-Forwarded-Host: public, internal2|X-Forwarded-Proto: https, http|public|https",
                "Forwarded: for=a;host=public;proto=http|X-Other: 1|public|http",
                "Forwarded: host=\"public:8443\";proto=HTTPS|X-Other: 1|public:8443|https",
                "Forwarded: host=spoofed|X-Forwarded-Proto: https|internal|https",
            })
    void hostAndSchemeAreThoseThatTheClientUsed(String one, String two, String host, String scheme) {
        HandshakeTarget target = target(LIST, "10.0.0.1", one, two);
        assertThat(target.host()).isEqualTo(host);
        assertThat(target.scheme()).contains(scheme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "1.2.3.400", "::1/129", "/8"})
    void whatIsNoAddressIsRefused(String list) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedProxies.parse(list))
                .withMessageContaining("invalid entry \"" + list + "\"");
    }

    private static HandshakeTarget target(String list, String sender, String... headers) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getHeader" ->
                        values(headers, args[0]).stream().findFirst().orElse(null);
                    case "getHeaders" -> Collections.enumeration(values(headers, args[0]));
                    case "getRemoteAddr" -> sender;
                    case "getRemotePort" -> 5000;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return TrustedProxies.parse(list).target(request);
    }

    private static List<String> values(String[] headers, Object name) {
        if (name.equals("Host")) {
            return List.of("internal");
        }
        return Arrays.stream(headers)
                .filter(header -> header.startsWith(name + ":"))
                .map(header -> header.substring(header.indexOf(':') + 1).strip())
                .toList();
    }
}
