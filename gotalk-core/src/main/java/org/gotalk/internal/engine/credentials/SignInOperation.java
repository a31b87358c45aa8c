package org.gotalk.internal.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.Identity;
import org.gotalk.OperationException;
import org.gotalk.RequestHandler;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.StandardCodes;
import org.gotalk.internal.concurrent.AccessLog;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.spi.TokenAuthenticator;

/**
 * Signs the peer in with a token. Guessing is bounded: one token at a time, and the connection closes after too many
 * failures. Neither logs nor exceptions have the token.
 */
final class SignInOperation {

    /** The name of the reserved request. */
    static final String NAME = "$gotalk/sign-in";

    /** The member of the payload that has the token. */
    static final String TOKEN = "token";

    /** Time to send the last result before the connection closes. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final EngineSettings settings;
    private final Lifecycle life;

    @GuardedBy("this")
    private int failures;

    @GuardedBy("this")
    private boolean isRunning;

    SignInOperation(EngineSettings settings, Lifecycle life) {
        this.settings = settings;
        this.life = life;
    }

    /** The handler of the reserved request; empty if peers cannot sign in. */
    Optional<RequestHandler> handler() {
        return settings.application()
                .authenticator()
                .map(authenticator -> (peer, name, payload) -> signIn(authenticator, peer, payload));
    }

    private CompletionStage<byte[]> signIn(TokenAuthenticator authenticator, Sock sock, byte[] payload)
            throws Exception {
        begin();
        boolean hasFailed = true;
        try {
            Identity user =
                    authenticator.authenticate(sock, token(payload)).orElseThrow(() -> refused("sign-in refused"));
            checkSame(sock, user);
            sock.identify(user);
            hasFailed = false;
        } catch (RetryLater later) {
            hasFailed = false; // says nothing about the token
            throw later;
        } finally {
            end(sock, hasFailed);
        }
        AccessLog.LOG.log(Level.DEBUG, () -> AccessLog.printable(user(sock) + " signed in, connection " + sock));
        return CompletableFuture.completedFuture(new byte[0]);
    }

    private synchronized void begin() {
        if (isRunning || failures >= settings.limits().maxSignInFailures()) {
            throw refused(
                    isRunning ? "sign-in refused: another one is under way" : "sign-in refused: too many have failed");
        }
        isRunning = true;
    }

    private void end(Sock sock, boolean hasFailed) {
        int max = settings.limits().maxSignInFailures();
        int count = count(hasFailed);
        if (hasFailed) {
            AccessLog.LOG.log(Level.INFO, "sign-in refused, failure {0} of {1}, connection {2}", count, max, sock);
        }
        if (hasFailed && count >= max) {
            life.drain(LAST_WORDS, CloseReason.of(CloseReason.Code.GAVE_UP, "too many failed sign-ins"));
        }
    }

    private synchronized int count(boolean hasFailed) {
        isRunning = false;
        failures += hasFailed ? 1 : 0;
        return failures;
    }

    /** Work under way is that of the user whom the connection has: another user connects anew. */
    private static void checkSame(Sock sock, Identity user) {
        sock.peer()
                .identity()
                .map(Identity::name)
                .filter(name -> !name.equals(user.name()))
                .ifPresent(other -> {
                    throw refused("sign-in refused: this connection is that of another user; connect anew");
                });
    }

    private static String user(Sock sock) {
        return sock.peer().identity().map(Identity::name).orElse("nobody");
    }

    /** Failures have no cause, since that may quote the payload. */
    private String token(byte[] payload) {
        try {
            if (settings.codec().decode(payload, Map.class) instanceof Map<?, ?> object
                    && object.get(TOKEN) instanceof String token
                    && !token.isEmpty()) {
                return token;
            }
        } catch (RuntimeException invalid) {
            AccessLog.LOG.log(Level.DEBUG, "a sign-in cannot be decoded: {0}", invalid.getClass());
        }
        throw new OperationException(
                StandardCodes.INVALID_PAYLOAD,
                "sign-in refused: the payload must be an object such as {\"token\": \"…\"}");
    }

    private static OperationException refused(String text) {
        return new OperationException(StandardCodes.UNAUTHENTICATED, text);
    }
}
