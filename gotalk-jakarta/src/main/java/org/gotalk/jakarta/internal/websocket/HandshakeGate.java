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
import org.gotalk.jakarta.internal.signin.SessionConnections;
import org.gotalk.jakarta.internal.signin.SignIn;

/**
 * What a handshake passes before the container's WebSocket implementation sees it. Here the whole request is at hand,
 * with its header {@code Host} and the address of the peer, and a refusal can have a status and a text of its own. The
 * WebSocket API offers neither.
 *
 * <p>A container that would let a handshake go round this filter refuses it nevertheless, because {@link Handshake}
 * asks for what the filter left on the thread.
 */
public final class HandshakeGate implements Filter {

    private static final int UPGRADE_REQUIRED = 426;

    private final OriginPolicy origins;
    private final SessionConnections sessions = new SessionConnections();
    private final ThreadLocal<String> admitted = new ThreadLocal<>();
    private final ThreadLocal<Boolean> carriesCredentials = new ThreadLocal<>();
    private volatile boolean closed;

    /** A gate that is open for pages of these origins. */
    public HandshakeGate(OriginPolicy origins) {
        this.origins = origins;
    }

    /** Refuses all from now on. */
    public void close() {
        closed = true;
        sessions.stop();
    }

    /** Whether it refuses all. */
    boolean isClosed() {
        return closed;
    }

    /** The connections that end with the HTTP session of their handshake. */
    public SessionConnections sessions() {
        return sessions;
    }

    /** Whether pages of the request's origin may connect. */
    boolean permits(HttpServletRequest request) {
        return origins.permits(
                Optional.ofNullable(request.getHeader("Origin")),
                Optional.ofNullable(request.getHeader("Host")).orElse(""));
    }

    /** The address of the peer whose handshake this thread is at; none if it was not admitted here. */
    Optional<String> admitted() {
        return Optional.ofNullable(admitted.get());
    }

    /** Whether that handshake carries the credentials of its user, and not only the cookie of a session. */
    boolean carriesCredentials() {
        return Boolean.TRUE.equals(carriesCredentials.get());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest handshake = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!"websocket".equalsIgnoreCase(handshake.getHeader("Upgrade"))) {
            answer.setHeader("Upgrade", "websocket");
            refuse(answer, UPGRADE_REQUIRED, "this address accepts only WebSocket connections");
        } else if (closed) {
            refuse(answer, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the application stops");
        } else if (!permits(handshake)) {
            refuse(answer, HttpServletResponse.SC_FORBIDDEN, "pages of this origin may not connect");
        } else {
            admit(handshake, answer, chain);
        }
    }

    private void admit(HttpServletRequest handshake, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        admitted.set(address(handshake.getRemoteAddr(), handshake.getRemotePort()));
        carriesCredentials.set(SignIn.sendsCredentials(handshake));
        try {
            chain.doFilter(handshake, answer);
        } finally {
            admitted.remove();
            carriesCredentials.remove();
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
