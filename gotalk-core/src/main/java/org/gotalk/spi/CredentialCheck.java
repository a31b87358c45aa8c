package org.gotalk.spi;

import java.time.Instant;
import java.util.Optional;
import org.gotalk.CloseReason;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StandardCodes;

/**
 * Looks after the credentials of open connections. With gotalk-cdi, an application implements it as a bean. Called on the
 * connection's executor, where it may block.
 */
public interface CredentialCheck {

    /**
     * A peer renews its credential on the open connection: the reserved request {@code $gotalk/renew}, {@link
     * Sock#renew}. Check that the token is valid and that of the connection's own user. Refuses by default.
     *
     * @param sock the connection
     * @param token as the peer sent it
     * @return when the new credential expires, which is when the connection ends; {@link Instant#MAX} for never
     * @throws OperationException to refuse the token; the connection keeps the time it had, and closes after {@link
     *     Limits#maxSignInFailures()} of them unless the code is {@link StandardCodes#UNSUPPORTED}
     */
    default Instant renew(Sock sock, String token) {
        throw new OperationException(StandardCodes.UNSUPPORTED, "credentials are not renewed here");
    }

    /**
     * Looks at an open connection again, every {@link Limits#recheckInterval()}: whether its user still exists, for
     * example. Does nothing by default.
     *
     * @return why to end the connection, such as {@link CloseReason.Code#SIGNED_OUT}; empty to leave it open
     */
    default Optional<CloseReason> recheck(Sock sock) {
        return Optional.empty();
    }
}
