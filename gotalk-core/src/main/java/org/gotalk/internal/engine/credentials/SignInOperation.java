package org.gotalk.internal.engine.credentials;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Identity;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.AccessLog;
import org.gotalk.spi.TokenAuthenticator;

/** Signs the peer in with a token. */
record SignInOperation(TokenAuthenticator authenticator, TokenAttempts attempts) implements RequestHandler {

    @Override
    public CompletionStage<byte[]> handle(Sock sock, String name, byte[] payload) throws Exception {
        Identity user = attempts.attempt("sign-in", sock, payload, token -> authenticated(sock, token));
        AccessLog.LOG.log(Level.DEBUG, () -> AccessLog.printable(user.name() + " signed in, connection " + sock));
        return CompletableFuture.completedFuture(new byte[0]);
    }

    private Identity authenticated(Sock sock, String token) throws Exception {
        Identity user =
                authenticator.authenticate(sock, token).orElseThrow(() -> TokenAttempts.refused("sign-in refused"));
        checkSame(sock, user);
        sock.identify(user);
        return user;
    }

    /** Work under way is that of the user whom the connection has: another user connects anew. */
    private static void checkSame(Sock sock, Identity user) {
        sock.peer()
                .identity()
                .map(Identity::name)
                .filter(name -> !name.equals(user.name()))
                .ifPresent(other -> {
                    throw TokenAttempts.refused(
                            "sign-in refused: this connection is that of another user; connect anew");
                });
    }
}
