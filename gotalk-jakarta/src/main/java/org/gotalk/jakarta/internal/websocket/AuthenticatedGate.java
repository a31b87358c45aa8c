package org.gotalk.jakarta.internal.websocket;

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
import org.gotalk.internal.concurrent.AccessLog;
import org.gotalk.internal.concurrent.LineLimit;

/**
 * Refuses handshakes without a user, with status 401. There is no challenge: how users sign in is up to the
 * application, and browsers do not ask for a password when they open a WebSocket.
 */
public final class AuthenticatedGate implements Filter {

    private final LineLimit limit = new LineLimit(System::nanoTime);

    /** A gate that has refused nobody. */
    public AuthenticatedGate() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest handshake = (HttpServletRequest) request;
        if (handshake.getUserPrincipal() == null) {
            log(handshake);
            byte[] text = "sign in before you connect\n".getBytes(StandardCharsets.UTF_8);
            HttpServletResponse answer = (HttpServletResponse) response;
            answer.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            answer.setContentType("text/plain; charset=utf-8");
            answer.setContentLength(text.length);
            answer.getOutputStream().write(text);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void log(HttpServletRequest handshake) {
        limit.next()
                .ifPresent(others -> AccessLog.LOG.log(
                        Level.INFO,
                        "handshake at {0} refused: it wants a user who has signed in; user nobody, address {1}{2}",
                        AccessLog.printable(handshake.getRequestURI()),
                        handshake.getRemoteAddr(),
                        others));
    }
}
