package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What pages are told that ask why they could not connect. */
class StatusServletTest {

    private final HandshakeGate gate =
            new HandshakeGate(OriginPolicy.parse("https://here, https://friend"), TrustedProxies.parse(""));
    private final Map<String, String> requestHeaders = new HashMap<>(Map.of("Host", "here"));
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = HttpServletResponse.SC_OK;
    private String method = "GET";
    private @Nullable String user;

    private String ask() throws Exception {
        HttpServletRequest request = fake(HttpServletRequest.class, (proxy, called, args) -> switch (called.getName()) {
            case "getMethod" -> method;
            case "getRemoteAddr" -> "::1";
            case "getRemotePort" -> 5000;
            case "getHeader" -> requestHeaders.get(args[0]);
            case "getUserPrincipal" -> user == null ? null : (Principal) () -> user;
            default -> throw new UnsupportedOperationException(called.getName());
        });
        HttpServletResponse response = fake(HttpServletResponse.class, (proxy, called, args) -> {
            switch (called.getName()) {
                case "setStatus" -> status = (int) args[0];
                case "setHeader" -> headers.put((String) args[0], (String) args[1]);
                case "setContentType" -> headers.put("Content-Type", (String) args[0]);
                case "getOutputStream" -> {
                    return new Body();
                }
                default -> {}
            }
            return null;
        });
        new StatusServlet(gate).service(request, response);
        return body.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPageIsToldThatNobodyHasSignedIn() throws Exception {
        assertThat(ask()).isEqualTo("{\"user\":null,\"mayConnect\":true,\"draining\":false}\n");
        assertThat(headers)
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Content-Type", "application/json; charset=utf-8")
                .doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void aPageIsToldWhoItsUserIs() throws Exception {
        user = "ann \"\\\n";
        assertThat(ask()).startsWith("{\"user\":\"ann \\u0022\\u005c\\u000a\",");
    }

    @Test
    void aPageIsToldThatTheApplicationStops() throws Exception {
        gate.close();
        assertThat(ask()).isEqualTo("{\"user\":null,\"mayConnect\":false,\"draining\":true}\n");
    }

    @Test
    void pagesOfAllowedOriginsMayReadIt() throws Exception {
        requestHeaders.put("Origin", "https://friend");
        assertThat(ask()).isNotEmpty();
        assertThat(headers)
                .containsEntry("Access-Control-Allow-Origin", "https://friend")
                .containsEntry("Access-Control-Allow-Credentials", "true")
                .containsEntry("Vary", "Origin");
    }

    @Test
    void pagesOfOtherOriginsAreRefused() throws Exception {
        requestHeaders.put("Origin", "https://foe");
        assertThat(ask()).isEmpty();
        assertThat(status).isEqualTo(403);
        assertThat(headers).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void nothingCanBeChangedThere() throws Exception {
        method = "POST";
        assertThat(ask()).isEmpty();
        assertThat(status).isEqualTo(405);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private final class Body extends ServletOutputStream {

        @Override
        public void write(int one) {
            body.write(one);
        }

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
