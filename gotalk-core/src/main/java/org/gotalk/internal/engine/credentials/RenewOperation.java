package org.gotalk.internal.engine.credentials;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.PayloadCodec;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.Values;
import org.gotalk.spi.CredentialCheck;

/** Renews the credential of a connection: {@code {"token": …}} gives {@code {"expiresAt": …}}. */
record RenewOperation(CredentialCheck credentials, TokenAttempts attempts) implements RequestHandler {

    private static final String EXPIRES_AT = "expiresAt";

    @Override
    public CompletionStage<byte[]> handle(Sock sock, String name, byte[] payload) throws Exception {
        Instant expiry = attempts.attempt("renewal", sock, payload, token -> renewed(sock, token));
        return CompletableFuture.completedFuture(encoded(expiry));
    }

    /** Within the attempt, so that a later renewal is not overwritten by an earlier one. */
    private Instant renewed(Sock sock, String token) {
        Instant expiry = credentials.renew(sock, token);
        sock.expiresAt(expiry);
        return expiry;
    }

    /** The text of an instant needs no escapes. */
    private static byte[] encoded(Instant expiry) {
        String value = expiry.equals(Instant.MAX) ? "null" : "\"" + expiry + "\"";
        return ("{\"" + EXPIRES_AT + "\":" + value + "}").getBytes(StandardCharsets.UTF_8);
    }

    static Instant decoded(PayloadCodec codec, byte[] result) {
        Object time = Values.required(codec, result, Map.class).get(EXPIRES_AT);
        return time instanceof String text ? Instant.parse(text) : Instant.MAX;
    }
}
