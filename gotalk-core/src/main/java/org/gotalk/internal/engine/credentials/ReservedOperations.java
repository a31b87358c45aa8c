package org.gotalk.internal.engine.credentials;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.Names;
import org.gotalk.PayloadCodec;
import org.gotalk.RequestHandler;
import org.gotalk.Values;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.spi.Application;

/**
 * Operations whose names begin with {@code $gotalk/}: the engine serves two that take a token, and the application may
 * serve others, whatever the handlers of the peer.
 */
public final class ReservedOperations {

    /** Says who the peer is. */
    public static final String SIGN_IN = "$gotalk/sign-in";

    /** Renews the credential of the connection. */
    public static final String RENEW = "$gotalk/renew";

    private final Application application;
    private final TokenAttempts attempts;

    /** Those of one connection; {@code giveUp} closes it after sending the last result. */
    public ReservedOperations(EngineSettings settings, Consumer<CloseReason> giveUp) {
        this.application = settings.application();
        this.attempts = new TokenAttempts(settings, giveUp);
    }

    /** The handler of a reserved operation; empty for other names, and for what the application does not offer. */
    public Optional<RequestHandler> find(String operation) {
        return switch (operation) {
            case SIGN_IN -> application.authenticator().map(tokens -> new SignInOperation(tokens, attempts));
            case RENEW -> application.credentials().map(check -> new RenewOperation(check, attempts));
            default -> Names.isReserved(operation) ? application.reserved(operation) : Optional.empty();
        };
    }

    /** What both operations take. */
    public static byte[] payload(PayloadCodec codec, String token) {
        return Values.encoded(codec, Map.of(TokenAttempts.TOKEN, Objects.requireNonNull(token)));
    }

    /** What {@link #RENEW} has answered. */
    public static Instant renewedUntil(PayloadCodec codec, byte[] result) {
        return RenewOperation.decoded(codec, result);
    }
}
