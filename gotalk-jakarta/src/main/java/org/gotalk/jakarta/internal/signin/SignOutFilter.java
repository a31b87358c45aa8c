package org.gotalk.jakarta.internal.signin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices requests that sign their user out. {@code HttpServletRequest.logout()} ends no session, and no listener hears of
 * it: but a request that came as one user and is none of that user's afterwards has signed it out.
 */
public final class SignOutFilter implements Filter {

    private final SessionConnections connections;

    /** A filter that ends these connections. It must see all requests. */
    public SignOutFilter(SessionConnections connections) {
        this.connections = connections;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && !"websocket".equalsIgnoreCase(http.getHeader("Upgrade"))) {
            watched(http, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void watched(HttpServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> user = user(request);
        // Before the sign-out: a container may take its cookie out of the request then.
        SignOnCookies cookies = user.isPresent() ? SignOnCookies.of(request) : SignOnCookies.NONE;
        String session = session(request);
        connections.enterRequest();
        try {
            chain.doFilter(request, response);
        } finally {
            connections.leaveRequest();
            if (user.isPresent() && isSignedOut(request, user)) {
                connections.signedOut(user.get(), cookies);
                // Its id may have changed meanwhile.
                Stream.of(Optional.ofNullable(session), Optional.ofNullable(session(request)))
                        .flatMap(Optional::stream)
                        .distinct()
                        .forEach(connections::signedOut);
            }
        }
    }

    /** A request that goes on elsewhere may be over, and the container's object of use for another one. */
    private static boolean isSignedOut(HttpServletRequest request, Optional<String> user) {
        return !request.isAsyncStarted() && !user(request).equals(user);
    }

    private static Optional<String> user(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName);
    }

    private static @Nullable String session(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }
}
