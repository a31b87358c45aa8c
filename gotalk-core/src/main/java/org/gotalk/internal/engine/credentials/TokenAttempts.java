package org.gotalk.internal.engine.credentials;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.StandardCodes;
import org.gotalk.internal.concurrent.AccessLog;
import org.gotalk.internal.engine.shared.EngineSettings;

/**
 * The tokens that the peer has sent. Guessing is bounded: one token at a time, and the connection closes after too many
 * failures, whichever operation they were for and whatever succeeded between them. Neither logs nor exceptions have the
 * token.
 */
final class TokenAttempts {

    /** The member of a payload that has the token. */
    static final String TOKEN = "token";

    /** Longer than most checks take. */
    private static final Duration OTHER_CHECK = Duration.ofSeconds(1);

    private final EngineSettings settings;
    private final Consumer<CloseReason> giveUp;

    @GuardedBy("this")
    private int failures;

    @GuardedBy("this")
    private boolean isRunning;

    /** None yet; {@code giveUp} closes the connection after sending the last result. */
    TokenAttempts(EngineSettings settings, Consumer<CloseReason> giveUp) {
        this.settings = settings;
        this.giveUp = giveUp;
    }

    /** Uses the token of a payload, and counts if that fails. {@code purpose} is for messages. */
    <T> T attempt(String purpose, Sock sock, byte[] payload, TokenUse<T> use) throws Exception {
        begin(purpose);
        boolean hasFailed = false;
        try {
            return use.with(token(purpose, payload));
        } catch (OperationException refusal) {
            hasFailed = isAboutTheToken(refusal);
            throw refusal;
        } finally {
            end(purpose, sock, hasFailed);
        }
    }

    /** Other exceptions are not: a user directory that is away for a moment refuses no token. */
    private static boolean isAboutTheToken(OperationException refusal) {
        return !refusal.code().equals(Optional.of(StandardCodes.UNSUPPORTED));
    }

    static OperationException refused(String text) {
        return new OperationException(StandardCodes.UNAUTHENTICATED, text);
    }

    private synchronized void begin(String purpose) {
        if (failures >= settings.limits().maxSignInFailures()) {
            throw refused(purpose + " refused: too many have failed");
        }
        if (isRunning) {
            throw RetryLater.after(OTHER_CHECK, purpose + " refused: another token is being checked");
        }
        isRunning = true;
    }

    private void end(String purpose, Sock sock, boolean hasFailed) {
        int max = settings.limits().maxSignInFailures();
        int count = count(hasFailed);
        if (!hasFailed) {
            return;
        }
        AccessLog.LOG.log(Level.INFO, "{0} refused, failure {1} of {2}, connection {3}", purpose, count, max, sock);
        if (count >= max) {
            giveUp.accept(CloseReason.of(CloseReason.Code.GAVE_UP, "too many tokens were refused"));
        }
    }

    private synchronized int count(boolean hasFailed) {
        isRunning = false;
        failures += hasFailed ? 1 : 0;
        return failures;
    }

    /** Failures have no cause, since that may quote the payload. */
    private String token(String purpose, byte[] payload) {
        try {
            if (settings.codec().decode(payload, Map.class) instanceof Map<?, ?> object
                    && object.get(TOKEN) instanceof String token
                    && !token.isEmpty()) {
                return token;
            }
        } catch (RuntimeException invalid) {
            AccessLog.LOG.log(Level.DEBUG, "the payload of a {0} cannot be decoded: {1}", purpose, invalid.getClass());
        }
        throw new OperationException(
                StandardCodes.INVALID_PAYLOAD,
                purpose + " refused: the payload must be an object such as {\"token\": \"…\"}");
    }

    /** What a token is for. */
    interface TokenUse<T> {

        T with(String token) throws Exception;
    }
}
