package org.gotalk.jakarta.internal.signin;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the token of a user expires, where the user is a JWT of MicroProfile. */
public final class TokenExpiry {

    private static final String JSON_WEB_TOKEN = "org.eclipse.microprofile.jwt.JsonWebToken";

    private TokenExpiry() {}

    /** The claim {@code exp}; empty for other users. */
    public static Optional<Instant> of(Principal user) {
        return of(user, JSON_WEB_TOKEN);
    }

    /**
     * By the name of the interface, which is there only where the server has MicroProfile JWT, and need not be visible to
     * the application.
     */
    static Optional<Instant> of(Principal user, String type) {
        return interfaces(user.getClass())
                .filter(each -> each.getName().equals(type))
                .findAny()
                .flatMap(token -> expiry(token, user));
    }

    private static Optional<Instant> expiry(Class<?> type, Principal token) {
        try {
            long seconds = (long) type.getMethod("getExpirationTime").invoke(token);
            return seconds > 0 ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
        } catch (ReflectiveOperationException | ClassCastException anotherKindOfToken) {
            return Optional.empty();
        }
    }

    private static Stream<Class<?>> interfaces(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(type.getInterfaces())
                                .flatMap(each -> Stream.concat(Stream.of(each), interfaces(each))),
                        interfaces(type.getSuperclass()));
    }
}
