package org.gotalk.net.internal.websocket;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.gotalk.internal.concurrent.FailureCause;

/** What went wrong, in words for those who can do something about it. The JDK's client is short of words. */
final class ConnectFailures {

    static final String LOST = "the connection was lost";

    private static final int SWITCHING_PROTOCOLS = 101;

    private ConnectFailures() {}

    /** Why a WebSocket could not be opened. A failure of TLS is an {@link SSLException}, as it is. */
    static Exception explained(Throwable thrown, ConnectRequest request) {
        Throwable failure = FailureCause.of(thrown);
        if (failure instanceof WebSocketHandshakeException refused) {
            return new IOException(answered(refused, request), failure);
        }
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (next instanceof SSLException tls) {
                return tls;
            }
        }
        String text = unreached(failure, request);
        return failure instanceof ConnectException || failure instanceof HttpTimeoutException
                ? (IOException) new ConnectException(text).initCause(failure)
                : new IOException(text, failure);
    }

    /** Why a connection broke. The JDK trips over the end of one that it had not asked for. */
    static String ofConnection(Throwable error) {
        return error instanceof InternalError ? LOST : text(error);
    }

    /** What an error says, or the one behind it. */
    private static String text(Throwable error) {
        for (Throwable next = error; next != null; next = next.getCause()) {
            if (next.getMessage() != null && !next.getMessage().isEmpty()) {
                return next.getMessage();
            }
        }
        return error.toString();
    }

    private static String unreached(Throwable failure, ConnectRequest request) {
        if (failure.getCause() instanceof UnresolvedAddressException) {
            return "unknown host \"" + request.address().getHost() + "\"";
        }
        if (failure instanceof ConnectException && failure.getMessage() == null) {
            return "Connection refused or host unreachable: check that the server runs at this port";
        }
        if (failure instanceof HttpTimeoutException) {
            return "no answer within " + request.patience();
        }
        if (failure instanceof ProtocolException) {
            return "the server does not support HTTP" + orTls(request) + " (" + text(failure) + ")";
        }
        if (failure.getCause() instanceof EOFException) {
            return "the server closed the connection without a response: it does not support WebSocket there"
                    + orTls(request);
        }
        return text(failure);
    }

    private static String orTls(ConnectRequest request) {
        return "ws".equalsIgnoreCase(request.address().getScheme()) ? ", or requires wss:// instead of ws://" : "";
    }

    private static String answered(WebSocketHandshakeException refused, ConnectRequest request) {
        HttpResponse<?> response = refused.getResponse();
        int status = response.statusCode();
        String hint = switch (status) {
            case SWITCHING_PROTOCOLS -> "its handshake response is not that of a WebSocket server: " + text(refused);
            case 301, 302, 303, 307, 308 -> redirected(request, response);
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
        return "the server answered " + status + ": " + hint;
    }

    /** Redirects are not followed: credentials would go elsewhere. One to another path is most likely a form to sign in. */
    private static String redirected(ConnectRequest request, HttpResponse<?> response) {
        Optional<String> location = response.headers().firstValue("Location");
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
