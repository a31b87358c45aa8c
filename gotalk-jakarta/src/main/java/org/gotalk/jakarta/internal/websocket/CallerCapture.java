package org.gotalk.jakarta.internal.websocket;

import jakarta.servlet.http.HttpSession;
import jakarta.websocket.server.HandshakeRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gotalk.Handshake;
import org.gotalk.Identity;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.jakarta.internal.signin.SignIn;
import org.gotalk.jakarta.internal.signin.SignOnCookies;

/**
 * Captures the user of a handshake with its roles, which containers know only then.
 *
 * @param contexts captures the context of the calling thread, in which handlers run for signed-in users
 * @param roles the roles to look up
 * @param contents what else is kept
 */
public record CallerCapture(Supplier<Executor> contexts, Set<String> roles, HandshakeContents contents) {

    /** Returns the peer of a handshake. */
    HandshakePeer take(HandshakeRequest request, Optional<Admission> admission) {
        Optional<Identity> user = Optional.ofNullable(request.getUserPrincipal())
                .map(principal -> new Identity(principal, rolesOf(request)));
        return new HandshakePeer(
                new Peer(
                        admission.map(Admission::peer).orElse("unknown"),
                        user,
                        admission.map(contents::of).orElse(Handshake.NONE)),
                user.map(identity -> contexts.get()),
                user.map(identity -> signIn(request, identity.name(), admission)),
                admission.<Consumer<? super Sock>>map(Admission::prepare).orElse(sock -> {}));
    }

    private static SignIn signIn(HandshakeRequest request, String user, Optional<Admission> admission) {
        return new SignIn(
                Optional.ofNullable(request.getHttpSession())
                        .filter(HttpSession.class::isInstance)
                        .map(HttpSession.class::cast),
                admission.filter(Admission::carriesCredentials).isPresent(),
                user,
                admission.map(Admission::signOnCookies).orElse(SignOnCookies.NONE));
    }

    private Set<String> rolesOf(HandshakeRequest request) {
        return roles.stream().filter(request::isUserInRole).collect(Collectors.toSet());
    }
}
