package org.gotalk.spi;

import java.util.Optional;
import org.gotalk.Identity;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;

/**
 * Says who signs in with a token, over any transport. Peers sign in with the reserved request {@code $gotalk/sign-in};
 * without an authenticator it is an unknown operation. Thread-safe.
 */
@FunctionalInterface
public interface TokenAuthenticator {

    /**
     * The user of a token. Runs on the connection's executor and may block. Called for one token at a time of each
     * connection, and at most {@link org.gotalk.Limits#maxSignInFailures()} times without success.
     *
     * @param peer who signs in; its {@link Sock#peer()} has an identity if it renews one
     * @param token the token as the peer sent it; a secret
     * @return the user and its roles; empty if the token is not valid
     * @throws OperationException to refuse with a text for the peer
     * @throws RetryLater to refuse for now
     * @throws Exception anything else is logged with an id, and only the id is sent to the peer
     */
    Optional<Identity> authenticate(Sock peer, String token) throws Exception;
}
