package org.gotalk.internal.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gotalk.PayloadCodec;
import org.gotalk.PayloadException;
import org.gotalk.RequestHandler;
import org.gotalk.Values;
import org.gotalk.spi.CredentialCheck;

/** Operations whose names begin with {@code $gotalk/}: the engine serves them, whatever the handlers of the peer. */
final class ReservedOperations {

    /** Renews the credential of a connection: {@code {"token": …}} gives {@code {"expiresAt": …}}. */
    static final String RENEW = "$gotalk/renew";

    private static final String TOKEN = "token";
    private static final String EXPIRES_AT = "expiresAt";

    private ReservedOperations() {}

    /** The handler of a reserved operation; empty for other names, and for what the application does not offer. */
    static Optional<RequestHandler> find(String operation, Optional<CredentialCheck> credentials) {
        return operation.equals(RENEW) ? credentials.map(ReservedOperations::renewal) : Optional.empty();
    }

    /** What {@link #RENEW} takes. */
    static byte[] renewalRequest(PayloadCodec codec, String token) {
        return Values.encoded(codec, Map.of(TOKEN, token));
    }

    /** What {@link #RENEW} has answered. */
    static Instant renewedUntil(PayloadCodec codec, byte[] result) {
        Object time = Values.required(codec, result, Map.class).get(EXPIRES_AT);
        return time instanceof String text ? Instant.parse(text) : Instant.MAX;
    }

    private static RequestHandler renewal(CredentialCheck credentials) {
        return (sock, operation, payload) -> {
            Object token = Values.required(sock.codec(), payload, Map.class).get(TOKEN);
            if (!(token instanceof String text)) {
                throw new PayloadException("a token is needed: {\"token\": \"…\"}");
            }
            Instant expiry = credentials.renew(sock, text);
            sock.expiresAt(expiry);
            return CompletableFuture.completedFuture(renewed(expiry));
        };
    }

    /** The text of an instant needs no escapes. */
    private static byte[] renewed(Instant expiry) {
        String value = expiry.equals(Instant.MAX) ? "null" : "\"" + expiry + "\"";
        return ("{\"" + EXPIRES_AT + "\":" + value + "}").getBytes(StandardCharsets.UTF_8);
    }
}
