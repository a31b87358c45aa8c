package org.gotalk.cdi.internal.invoke.result;

import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Explains failures of methods that use the HTTP session: messages are no HTTP requests, so containers say only that
 * something is missing.
 */
final class SessionUse {

    private static final String WHY =
            "a message of a connection is no HTTP request, so beans in @SessionScoped or @ConversationScoped and"
                    + " HttpSession cannot be used for it; list what you need in gotalk.session-attributes and read"
                    + " sock.peer().handshake().attribute(…), or use @SockScoped";

    private static final int MAX_DEPTH = 16;

    private SessionUse() {}

    /** The failure, or one with an explanation and this cause. */
    static Throwable explained(Throwable failure) {
        boolean isAboutSessions = Stream.iterate(Optional.of(failure), Optional::isPresent, SessionUse::cause)
                .limit(MAX_DEPTH)
                .map(Optional::orElseThrow)
                .anyMatch(SessionUse::isAboutSessions);
        return isAboutSessions ? new IllegalStateException(WHY, failure) : failure;
    }

    private static Optional<Throwable> cause(Optional<Throwable> failure) {
        return failure.map(Throwable::getCause);
    }

    /** No API says it but in words. */
    private static boolean isAboutSessions(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        boolean isScope = failure instanceof ContextNotActiveException
                && (text.contains("SessionScoped") || text.contains("ConversationScoped"));
        return isScope || (failure instanceof IllegalStateException && text.contains("HttpSession"));
    }
}
