package org.gotalk.internal.concurrent;

import java.util.concurrent.CompletionException;

/** Unwraps the exceptions of stages. */
public final class FailureCause {

    private FailureCause() {}

    /** The cause of a {@link CompletionException}, at any depth; other exceptions unchanged. */
    public static Throwable of(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof CompletionException && cause != null ? of(cause) : thrown;
    }
}
