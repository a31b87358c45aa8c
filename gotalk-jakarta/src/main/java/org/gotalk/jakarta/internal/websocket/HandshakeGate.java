package org.gotalk.jakarta.internal.websocket;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Checks handshakes before the container's WebSocket implementation does. A filter has the whole request, with the
 * header {@code Host} and the address of the peer, and can refuse it with a status and a text. The WebSocket API
 * supports neither.
 *
 * <p>If a container bypasses this filter, {@link Handshake} refuses the handshake, because the thread has no address
 * from the filter.
 */
public final class HandshakeGate implements Filter {

    private static final int UPGRADE_REQUIRED = 426;

    private final OriginPolicy origins;
    private final ThreadLocal<String> admitted = new ThreadLocal<>();
    private volatile boolean closed;

    /** Creates a gate that admits pages of these origins. */
    public HandshakeGate(OriginPolicy origins) {
        this.origins = origins;
    }

    /** Refuses all handshakes from now on. */
    public void close() {
        closed = true;
    }

    /** The address of the peer whose handshake runs on this thread; empty if the gate did not admit it. */
    Optional<String> admitted() {
        return Optional.ofNullable(admitted.get());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest handshake = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        Optional<String> origin = Optional.ofNullable(handshake.getHeader("Origin"));
        if (!"websocket".equalsIgnoreCase(handshake.getHeader("Upgrade"))) {
            answer.setHeader("Upgrade", "websocket");
            refuse(answer, UPGRADE_REQUIRED, "this address accepts only WebSocket connections");
        } else if (closed) {
            refuse(answer, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the application stops");
        } else if (!origins.permits(
                origin, Optional.ofNullable(handshake.getHeader("Host")).orElse(""))) {
            refuse(answer, HttpServletResponse.SC_FORBIDDEN, "pages of this origin may not connect");
        } else {
            admit(handshake, answer, chain);
        }
    }

    private void admit(HttpServletRequest handshake, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        admitted.set(address(handshake.getRemoteAddr(), handshake.getRemotePort()));
        try {
            chain.doFilter(handshake, answer);
        } finally {
            admitted.remove();
        }
    }

    private static String address(String host, int port) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    private static void refuse(HttpServletResponse answer, int status, String why) throws IOException {
        byte[] text = (why + "\n").getBytes(StandardCharsets.UTF_8);
        answer.setStatus(status);
        answer.setContentType("text/plain; charset=utf-8");
        answer.setContentLength(text.length);
        answer.getOutputStream().write(text);
    }
}
