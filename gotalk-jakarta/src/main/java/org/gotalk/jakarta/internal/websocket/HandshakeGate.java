package org.gotalk.jakarta.internal.websocket;

import static org.gotalk.jakarta.internal.websocket.SessionCloser.LOG;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gotalk.Sock;
import org.gotalk.jakarta.internal.signin.SessionConnections;

/**
 * Checks handshakes before the container's WebSocket implementation does. A filter has the whole request, with the
 * header {@code Host} and the address of the peer, and can refuse it with a status and a text. The WebSocket API
 * supports neither.
 *
 * <p>If a container bypasses this filter, {@link HandshakeConfigurator} refuses the handshake, because the thread has no address
 * from the filter.
 */
public final class HandshakeGate implements Filter {

    private static final int UPGRADE_REQUIRED = 426;

    private final OriginPolicy origins;
    private final SessionConnections sessions = new SessionConnections();
    private final TrustedProxies proxies;
    private final RefusalLog refusals = new RefusalLog(System::nanoTime);

    @SuppressWarnings(
            "ThreadLocalUsage") // a handshake that another application's gate has admitted is not admitted here
    private final ThreadLocal<Admission> admitted = new ThreadLocal<>();

    private volatile boolean closed;

    /**
     * Creates a gate that admits pages of these origins.
     *
     * @param proxies whose word on host and peer of a handshake counts
     */
    public HandshakeGate(OriginPolicy origins, TrustedProxies proxies) {
        this.origins = origins;
        this.proxies = proxies;
    }

    /** Refuses all handshakes from now on. */
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
    public boolean permits(HttpServletRequest request) {
        return origins.permits(Optional.ofNullable(request.getHeader("Origin")), proxies.target(request));
    }

    /** The handshake that runs on this thread; empty if the gate did not admit it. */
    Optional<Admission> admission() {
        return Optional.ofNullable(admitted.get());
    }

    /**
     * Has the connection of the handshake that runs on this thread prepared.
     *
     * @param prepare called before it is used
     */
    public void prepare(Consumer<? super Sock> prepare) {
        admission().ifPresent(admission -> admitted.set(admission.preparing(prepare)));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        handle((HttpServletRequest) request, (HttpServletResponse) response, Map.of(), chain);
    }

    /**
     * As {@link #doFilter}, for an endpoint whose path has parameters.
     *
     * @param chain what a handshake that is admitted is passed to
     */
    public void handle(
            HttpServletRequest handshake,
            HttpServletResponse answer,
            Map<String, String> pathParameters,
            FilterChain chain)
            throws IOException, ServletException {
        if (!"websocket".equalsIgnoreCase(handshake.getHeader("Upgrade"))) {
            answer.setHeader("Upgrade", "websocket");
            answer.setHeader("Connection", "close"); // Grizzly waits for 30 seconds otherwise
            refuse(answer, UPGRADE_REQUIRED, "this address accepts only WebSocket connections");
        } else if (closed) {
            refuse(answer, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the application stops");
        } else {
            Optional<String> origin = Optional.ofNullable(handshake.getHeader("Origin"));
            HandshakeTarget target = proxies.target(handshake);
            if (origins.permits(origin, target)) {
                admit(Admission.of(target.peer(), handshake, pathParameters), answer, chain);
            } else {
                refusals.line(origin.orElse(""), target, proxies.ignore(handshake))
                        .ifPresent(line -> LOG.log(Level.INFO, line));
                refuse(answer, HttpServletResponse.SC_FORBIDDEN, "pages of this origin may not connect");
            }
        }
    }

    private void admit(Admission admission, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        admitted.set(admission);
        try {
            chain.doFilter(admission.request(), answer);
        } finally {
            admitted.remove();
        }
    }

    private static void refuse(HttpServletResponse answer, int status, String why) throws IOException {
        byte[] text = (why + "\n").getBytes(StandardCharsets.UTF_8);
        answer.setStatus(status);
        answer.setContentType("text/plain; charset=utf-8");
        answer.setContentLength(text.length);
        answer.getOutputStream().write(text);
    }
}
