package org.gotalk.jakarta.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How the user of a handshake has signed in.
 *
 * @param session the HTTP session of the handshake, where there is one
 * @param sendsCredentials whether the peer sends its credentials with each request, as with a header {@code
 *     Authorization} or a client certificate: the session is then no proof of identity, and the peer may come back when it
 *     expires
 * @param user the name of the user
 * @param signOn the cookies of a handshake without a session: some containers begin one for it, which no other request
 *     has
 */
public record SignIn(Optional<HttpSession> session, boolean sendsCredentials, String user, SignOnCookies signOn) {

    private static final Set<String> SENT_EACH_TIME =
            Set.of(HttpServletRequest.BASIC_AUTH, HttpServletRequest.DIGEST_AUTH, HttpServletRequest.CLIENT_CERT_AUTH);

    /** Whether a request carries the credentials themselves. */
    public static boolean sendsCredentials(HttpServletRequest request) {
        return request.getHeader("Authorization") != null
                || Optional.ofNullable(request.getAuthType())
                        .map(type -> type.toUpperCase(Locale.ROOT))
                        .filter(SENT_EACH_TIME::contains)
                        .isPresent();
    }
}
