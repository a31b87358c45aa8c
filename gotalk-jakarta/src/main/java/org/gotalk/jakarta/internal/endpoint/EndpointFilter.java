package org.gotalk.jakarta.internal.endpoint;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.gotalk.jakarta.internal.endpoint.EndpointClasses.Match;
import org.gotalk.jakarta.internal.websocket.AuthenticatedGate;
import org.gotalk.jakarta.internal.websocket.HandshakeGate;
import org.gotalk.jakarta.internal.websocket.StatusServlet;
import org.jspecify.annotations.Nullable;

/**
 * Takes the handshakes of the application's endpoint classes before the container does, so that all of Gotalk's checks
 * apply to them. Patterns of filters cannot express a template, so it sees all requests.
 */
public final class EndpointFilter implements Filter {

    private static final String STATUS = "/" + StatusServlet.NAME;

    private final EndpointClasses endpoints;
    private final Set<String> others;
    private final Set<String> authenticated;
    private final HandshakeGate gate;
    private final HttpServlet status;
    private final AuthenticatedGate users = new AuthenticatedGate();
    private volatile @Nullable EndpointOpener opener;

    /**
     * Creates a filter that answers 503 until it is told how to {@linkplain #open open} WebSockets.
     *
     * @param others paths that are not for it, though a template may match them
     * @param authenticated paths of endpoints for users alone
     */
    public EndpointFilter(
            EndpointClasses endpoints, Set<String> others, Set<String> authenticated, HandshakeGate gate) {
        this.endpoints = endpoints;
        this.others = others;
        this.authenticated = authenticated;
        this.gate = gate;
        this.status = new StatusServlet(gate);
    }

    /** From now on, WebSockets are opened in this way. */
    public void open(EndpointOpener by) {
        opener = by;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = path(asked);
        Optional<Match> shaken = "websocket".equalsIgnoreCase(asked.getHeader("Upgrade")) ? at(path) : Optional.empty();
        Optional<Match> wondered =
                path.endsWith(STATUS) ? at(path.substring(0, path.length() - STATUS.length())) : Optional.empty();
        if (shaken.isPresent()) {
            shake(shaken.get(), asked, answer);
        } else if (wondered.isPresent()) {
            forUsers(wondered.get(), asked, answer, status::service);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Match> at(String path) {
        return others.contains(path) ? Optional.empty() : endpoints.at(path);
    }

    /** The container has removed parameters and dots. */
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private void shake(Match match, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        gate.handle(
                request,
                response,
                match.parameters(),
                (admitted, answer) -> forUsers(match, admitted, answer, (asked, given) -> open(match, asked, given)));
    }

    private void forUsers(Match match, ServletRequest request, ServletResponse response, FilterChain next)
            throws IOException, ServletException {
        if (authenticated.contains(match.endpoint().path())) {
            users.doFilter(request, response, next);
        } else {
            next.doFilter(request, response);
        }
    }

    private void open(Match match, ServletRequest request, ServletResponse response)
            throws IOException, ServletException {
        EndpointOpener by = opener;
        if (by == null) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            by.open(match.endpoint(), (HttpServletRequest) request, (HttpServletResponse) response);
        }
    }
}
