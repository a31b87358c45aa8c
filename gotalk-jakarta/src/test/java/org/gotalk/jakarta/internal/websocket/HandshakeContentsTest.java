package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gotalk.Handshake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandshakeContentsTest {

    private static final HttpSession SESSION =
            fake(HttpSession.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "getId" -> "17";
                case "getAttribute" ->
                    Map.of("cart", List.of("tea"), "secret", "x").get(arguments[0]);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private static final HandshakeContents LISTED =
            new HandshakeContents(Set.of("Accept-Language", "X-None"), Set.of("theme", "none"), Set.of("cart", "none"));

    @Test
    void whatIsListedIsKept() {
        Handshake kept = LISTED.of(admitted(SESSION));
        assertThat(kept.header("Accept-Language")).contains("da");
        assertThat(kept.headers()).hasSize(1);
        assertThat(kept.cookies()).isEqualTo(Map.of("theme", "dark"));
        assertThat(kept.attributes()).isEqualTo(Map.of("cart", List.of("tea")));
    }

    @Test
    void thePathTheParametersAndTheSessionsIdAreAlwaysKept() {
        Handshake kept = HandshakeContents.LEAST.of(admitted(SESSION));
        assertThat(kept.path()).isEqualTo("/auction/gotalk");
        assertThat(kept.parameter("room")).contains("one");
        assertThat(kept.sessionId()).contains("17");
        assertThat(kept.headers()).isEmpty();
        assertThat(kept.cookies()).isEmpty();
        assertThat(kept.attributes()).isEmpty();
    }

    @Test
    void theParametersOfThePathAreKept() {
        assertThat(LISTED.of(admitted(null)).pathParameters()).isEqualTo(Map.of("id", "7"));
    }

    @Test
    void noSessionIsMadeForAHandshake() {
        Handshake kept = LISTED.of(admitted(null));
        assertThat(kept.sessionId()).isEmpty();
        assertThat(kept.attributes()).isEmpty();
    }

    private static Admission admitted(@Nullable HttpSession session) {
        return Admission.of(
                "here",
                fake(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContextPath" -> "/auction";
                    case "getServletPath" -> "/gotalk";
                    case "getPathInfo" -> null;
                    case "getParameterMap" -> Map.of("room", new String[] {"one", "two"});
                    case "getHeaders" ->
                        Collections.enumeration(arguments[0].equals("Accept-Language") ? List.of("da") : List.of());
                    case "getCookies" -> new Cookie[] {new Cookie("theme", "dark"), new Cookie("token", "x")};
                    case "getSession" -> arguments[0].equals(false) ? session : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                }),
                Map.of("id", "7"));
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
