package org.gotalk.net.internal.websocket;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.util.Optional;
import org.gotalk.HandshakeRefusedException;
import org.gotalk.net.internal.http.HttpResponse;

/** What went wrong with a handshake, in words for those who can do something about it. */
final class ConnectFailures {

    static final String LOST = "the connection was lost";

    private static final int SWITCHING_PROTOCOLS = 101;

    private ConnectFailures() {}

    /** The server hung up. */
    static IOException noResponse(ConnectRequest request) {
        return new IOException(
                "the server closed the connection without a response: it does not support WebSocket there"
                        + orTls(request));
    }

    /** The server does not speak HTTP. */
    static IOException noHttp(ProtocolException cause, ConnectRequest request) {
        return new IOException(
                "the server does not support HTTP" + orTls(request) + " (" + cause.getMessage() + ")", cause);
    }

    /**
     * The server answered, but not with a WebSocket.
     *
     * @param why what is wrong with an answer that should be one
     */
    static HandshakeRefusedException refused(HttpResponse answer, ConnectRequest request, String why) {
        int status = answer.status();
        String hint = switch (status) {
            case SWITCHING_PROTOCOLS -> "its handshake response is not that of a WebSocket server: " + why;
            case 301, 302, 303, 307, 308 -> redirected(request, answer);
            case 400 -> "it rejects the handshake; some servers accept at most one subprotocol";
            case 401 -> "it requires authentication: use a bearer token or a header Authorization";
            case 403 ->
                "it rejects this client: try another user or another header Origin;"
                        + " some servers, such as Gotalk in Go, require one";
            case 404 -> "there is nothing at this path";
            case 407 -> "a proxy requires authentication";
            case 503 -> "it is not ready or is stopping; try again later";
            default -> "no WebSocket at this path, or not for this client";
        };
        return new HandshakeRefusedException(
                "the server answered " + status + ": " + hint,
                status,
                answer.first("Location").orElse(""));
    }

    private static String orTls(ConnectRequest request) {
        return "ws".equalsIgnoreCase(request.address().getScheme()) ? ", or requires wss:// instead of ws://" : "";
    }

    /** Redirects are not followed: credentials would go elsewhere. One to another path is most likely a form to sign in. */
    private static String redirected(ConnectRequest request, HttpResponse answer) {
        Optional<String> location = answer.first("Location");
        String there = "it redirects to " + location.orElse("another address");
        boolean isSamePath = location.flatMap(text -> path(request.address(), text))
                .filter(path -> path.equals(withoutSlash(request.address().getPath())))
                .isPresent();
        return isSamePath
                ? there + ": connect there"
                : there
                        + ", most likely because it wants a sign-in: connect with a bearer token, a header Authorization"
                        + " or the cookie of a session";
    }

    private static Optional<String> path(URI base, String location) {
        try {
            return Optional.ofNullable(base.resolve(location).getPath()).map(ConnectFailures::withoutSlash);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
