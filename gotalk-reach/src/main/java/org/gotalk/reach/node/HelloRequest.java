package org.gotalk.reach.node;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gotalk.PayloadCodec;
import org.gotalk.PayloadException;
import org.gotalk.Values;
import org.jspecify.annotations.Nullable;

/**
 * What a peer says that wants a session: {@code {"can": [...], "session": key, "resume": {"got": n}}}.
 *
 * @param session the key of the session that it wants to go on with; empty for a new one
 * @param got how many notifications it has got in that session
 */
record HelloRequest(Optional<String> session, int got) {

    /**
     * Reads one.
     *
     * @throws PayloadException if it is none; the message is for the peer
     */
    static HelloRequest decode(PayloadCodec codec, byte[] payload) {
        Map<?, ?> members = payload.length == 0 ? Map.of() : Values.required(codec, payload, Map.class);
        Object session = members.get("session");
        if (session == null) {
            return new HelloRequest(Optional.empty(), 0);
        }
        if (!(session instanceof String key)) {
            throw new PayloadException("\"session\" must be the key of a session, a string");
        }
        OptionalInt got =
                members.get("resume") instanceof Map<?, ?> resume ? count(resume.get("got")) : OptionalInt.empty();
        return new HelloRequest(
                Optional.of(key),
                got.orElseThrow(
                        () -> new PayloadException("\"resume\" must have \"got\", a number from 0 to 4294967295")));
    }

    private static OptionalInt count(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return OptionalInt.empty();
        }
        try {
            long got = new BigDecimal(number.toString()).longValueExact();
            return got < 0 || got > 0xffff_ffffL ? OptionalInt.empty() : OptionalInt.of((int) got);
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
