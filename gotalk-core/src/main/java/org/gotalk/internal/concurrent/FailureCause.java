package org.gotalk.internal.concurrent;

import java.util.concurrent.CompletionException;

/** What has failed, without the exceptions that stages wrap it in. */
public final class FailureCause {

    private FailureCause() {}

    /** The failure itself: the cause of a {@link CompletionException}, at any depth. */
    public static Throwable of(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof CompletionException && cause != null ? of(cause) : thrown;
    }
}
