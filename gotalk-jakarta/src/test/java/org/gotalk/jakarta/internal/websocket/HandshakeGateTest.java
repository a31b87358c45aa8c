package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gotalk.internal.concurrent.LineLimit;
import org.gotalk.testing.LogLines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandshakeGateTest {

    private final HandshakeGate gate = new HandshakeGate(OriginPolicy.parse(""), TrustedProxies.parse("10.0.0.0/8"));
    private final List<Optional<String>> admitted = new ArrayList<>();
    private @Nullable Principal user;
    private int status;
    private String sender = "::1";

    @Test
    void aHandshakeIsAdmittedWithTheAddressOfItsPeer() throws Exception {
        pass(Map.of("Upgrade", "WebSocket", "Host", "here", "Origin", "http://here"));

        assertThat(admitted).containsExactly(Optional.of("[::1]:5000"));
    }

    @Test
    void nothingIsLeftOnTheThreadAfterwards() throws Exception {
        pass(Map.of("Upgrade", "websocket", "Host", "here"));

        assertThat(gate.admission()).isEmpty();
    }

    @Test
    void aForeignOriginIsForbidden() throws Exception {
        pass(Map.of("Upgrade", "websocket", "Host", "here", "Origin", "http://there"));

        assertThat(status).isEqualTo(403);
        assertThat(admitted).isEmpty();
    }

    @Test
    void aRefusalIsOneLineThatSaysWhatWouldLetItIn() throws Exception {
        try (LogLines log = new LogLines("org.gotalk.websocket")) {
            pass(Map.of("Upgrade", "websocket", "Host", "here:9080", "Origin", "http://there"));
            assertThat(log.further())
                    .singleElement()
                    .asString()
                    .contains(
                            "refused a handshake from [::1]:5000: pages of the origin \"http://there\" may not connect"
                                    + " to the host \"here:9080\"; add the origin to gotalk.allowed-origins to let it in");
        }
    }

    @Test
    void aTrustedProxySaysForWhichHostAndForWhom() throws Exception {
        sender = "10.0.0.7";
        pass(Map.of(
                "Upgrade", "websocket",
                "Host", "internal:9080",
                "Origin", "https://here",
                "X-Forwarded-Host", "here",
                "X-Forwarded-Proto", "https",
                "X-Forwarded-For", "192.0.2.1"));
        assertThat(admitted).containsExactly(Optional.of("192.0.2.1"));
    }

    @Test
    void othersMaySayWhatTheyLikeAndAreNotBelieved() throws Exception {
        try (LogLines log = new LogLines("org.gotalk.websocket")) {
            pass(Map.of(
                    "Upgrade", "websocket",
                    "Host", "internal:9080",
                    "Origin", "https://here",
                    "X-Forwarded-Host", "here",
                    "X-Forwarded-For", "192.0.2.1"));
            assertThat(status).isEqualTo(403);
            assertThat(log.further())
                    .singleElement()
                    .asString()
                    .contains("from [::1]:5000", "add that to gotalk.trusted-proxies");
        }
    }

    @Test
    void whatIsNoHandshakeIsToldToUpgrade() throws Exception {
        pass(Map.of("Host", "here"));

        assertThat(status).isEqualTo(426);
        assertThat(admitted).isEmpty();
    }

    @Test
    void anApplicationThatStopsIsNotAvailable() throws Exception {
        gate.close();

        pass(Map.of("Upgrade", "websocket", "Host", "here"));

        assertThat(status).isEqualTo(503);
        assertThat(admitted).isEmpty();
    }

    @Test
    void aHandshakeThatWentRoundTheGateIsNotTrusted() {
        assertThat(new HandshakeConfigurator(
                                gate,
                                new CallerCapture(() -> Runnable::run, Set.of(), HandshakeContents.LEAST),
                                () -> null)
                        .checkOrigin("http://here"))
                .isFalse();
    }

    @Test
    void aDoorForUsersAloneIsClosedToNobody() throws Exception {
        new AuthenticatedGate().doFilter(request(Map.of()), response(), (passed, answer) -> status = 101);

        assertThat(status).isEqualTo(401);
    }

    @Test
    void aFloodOfPeersWithoutAUserIsNoFloodOfLines() throws Exception {
        AuthenticatedGate door = new AuthenticatedGate();
        try (LogLines log = new LogLines("org.gotalk.access")) {
            for (int i = 0; i <= LineLimit.MAX_LINES; i++) {
                door.doFilter(request(Map.of()), response(), (passed, answer) -> status = 101);
            }
            assertThat(log.further()).hasSize(LineLimit.MAX_LINES);
        }
    }

    @Test
    void aDoorForUsersAloneIsOpenToThem() throws Exception {
        user = () -> "ada";

        new AuthenticatedGate().doFilter(request(Map.of()), response(), (passed, answer) -> status = 101);

        assertThat(status).isEqualTo(101);
    }

    private void pass(Map<String, String> headers) throws Exception {
        gate.doFilter(
                request(headers),
                response(),
                (passed, answer) -> admitted.add(gate.admission().map(Admission::peer)));
    }

    private HttpServletRequest request(Map<String, String> headers) {
        return fake(HttpServletRequest.class, (proxy, method, args) -> switch (method.getName()) {
            case "getHeader" -> headers.get(args[0]);
            case "getAuthType", "getSession" -> null;
            case "getHeaders" ->
                Collections.enumeration(
                        headers.containsKey(args[0]) ? List.of(headers.get(args[0])) : List.<String>of());
            case "getRemoteAddr" -> sender;
            case "getRemotePort" -> 5000;
            case "getUserPrincipal" -> user;
            case "getRequestURI" -> "/users";
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, method, args) -> {
            if (method.getName().equals("setStatus")) {
                status = (int) args[0];
            }
            return method.getName().equals("getOutputStream") ? new Nowhere() : null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int one) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
