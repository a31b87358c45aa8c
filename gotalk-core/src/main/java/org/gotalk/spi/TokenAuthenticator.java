package org.gotalk.spi;

import java.util.Optional;
import org.gotalk.Identity;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;

/**
 * Authenticates peers that sign in with a token, over any transport: with the reserved request {@code
 * $gotalk/sign-in}, which is an unknown operation without an authenticator. Must be thread-safe.
 */
@FunctionalInterface
public interface TokenAuthenticator {

    /**
     * Returns the user of a token. Runs on the connection's executor and may block. Called for one token at a time per
     * connection, until {@link org.gotalk.Limits#maxSignInFailures()} have failed.
     *
     * @param peer the connection; {@link Sock#peer()} has an identity if the peer has signed in before
     * @param token the token as the peer sent it; a secret
     * @return the user with its roles; empty if the token is invalid
     * @throws OperationException to refuse the token with a text for the peer; counts as a failure
     * @throws RetryLater to refuse for now; does not count as a failure
     * @throws Exception anything else is logged with an id, and only the id is sent to the peer
     */
    Optional<Identity> authenticate(Sock peer, String token) throws Exception;
}
