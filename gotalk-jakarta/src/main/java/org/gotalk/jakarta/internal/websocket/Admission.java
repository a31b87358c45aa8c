package org.gotalk.jakarta.internal.websocket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gotalk.Sock;
import org.gotalk.jakarta.internal.signin.SignIn;
import org.gotalk.jakarta.internal.signin.SignOnCookies;

/**
 * A handshake that the gate has admitted.
 *
 * @param peer the address of the peer
 * @param pathParameters the value of each name in the path of the endpoint
 * @param prepare told of the connection before it is used
 * @param session the HTTP session that the peer had; Open Liberty begins one for each handshake, which is not that
 */
record Admission(
        String peer,
        HttpServletRequest request,
        Map<String, String> pathParameters,
        Consumer<? super Sock> prepare,
        Optional<HttpSession> session) {

    static Admission of(String peer, HttpServletRequest request, Map<String, String> pathParameters) {
        return new Admission(peer, request, pathParameters, sock -> {}, Optional.ofNullable(request.getSession(false)));
    }

    Admission preparing(Consumer<? super Sock> newPrepare) {
        return new Admission(peer, request, pathParameters, newPrepare, session);
    }

    /** What tells of a sign-out where no session does. */
    SignOnCookies signOnCookies() {
        return session.isPresent() ? SignOnCookies.NONE : SignOnCookies.of(request);
    }

    /** Whether it carries the credentials of its user, and not only the cookie of a session. */
    boolean carriesCredentials() {
        return SignIn.sendsCredentials(request);
    }
}
