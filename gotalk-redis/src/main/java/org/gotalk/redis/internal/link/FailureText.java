package org.gotalk.redis.internal.link;

import java.util.concurrent.CompletionException;

/** What a failure of the driver says. It never has the address as it was configured. */
final class FailureText {

    private FailureText() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && (cause instanceof CompletionException || isFromDriver(cause))) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** The driver wraps what the network or the engine has said into sentences of its own. */
    private static boolean isFromDriver(Throwable failure) {
        return failure.getClass().getName().startsWith("io.lettuce.");
    }
}
