package org.gotalk.internal.engine.observed;

import java.util.Set;
import java.util.concurrent.CancellationException;
import org.gotalk.OperationException;
import org.gotalk.OutboxFullException;
import org.gotalk.PayloadException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.RetryLater;
import org.gotalk.SockClosedException;
import org.gotalk.StandardCodes;
import org.gotalk.StreamEndedException;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.concurrent.BusyFailures;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.Outcome;
import org.gotalk.spi.Outcome.Kind;
import org.jspecify.annotations.Nullable;

/** From exceptions to outcomes. */
public final class Outcomes {

    static final Outcome CANCELLED = new Outcome(Kind.CANCELLED, "cancelled");
    static final Outcome NO_ROOM = new Outcome(Kind.REFUSED, "no-room");

    private static final Outcome BUSY = new Outcome(Kind.REFUSED, StandardCodes.BUSY);
    private static final Outcome CLOSED = new Outcome(Kind.CLOSED, "closed");
    private static final Outcome TIMEOUT = new Outcome(Kind.TIMEOUT, StandardCodes.TIMEOUT);
    private static final Outcome INTERNAL = new Outcome(Kind.ERROR, StandardCodes.INTERNAL);
    private static final Outcome INVALID = new Outcome(Kind.ERROR, StandardCodes.INVALID_PAYLOAD);

    private static final Set<String> STANDARD = Set.of(
            StandardCodes.UNKNOWN_OPERATION,
            StandardCodes.UNSUPPORTED,
            StandardCodes.INVALID_PAYLOAD,
            StandardCodes.VALIDATION,
            StandardCodes.FORBIDDEN,
            StandardCodes.UNAUTHENTICATED,
            StandardCodes.TOO_LARGE,
            StandardCodes.BUSY,
            StandardCodes.TIMEOUT,
            StandardCodes.INTERNAL);

    private Outcomes() {}

    /** The outcome of a handler that failed, as its peer sees it. Codes are the application's own. */
    static Outcome ofHandler(Throwable thrown) {
        Throwable failure = FailureCause.of(thrown);
        if (failure instanceof OperationException error) {
            return new Outcome(Kind.ERROR, error.code().orElse(EngineObserver.OTHER));
        }
        if (failure instanceof RetryLater || BusyFailures.include(failure)) {
            return BUSY;
        }
        return failure instanceof PayloadException ? INVALID : INTERNAL;
    }

    /** The outcome of a request of this side; null for one with a result. Codes are those of the peer. */
    public static Outcome ofCall(@Nullable Throwable thrown) {
        if (thrown == null) {
            return Outcome.SUCCESS;
        }
        Throwable failure = FailureCause.of(thrown);
        if (failure instanceof OperationException error) {
            return new Outcome(
                    Kind.ERROR, error.code().filter(STANDARD::contains).orElse(EngineObserver.OTHER));
        }
        if (failure instanceof RetryLater) {
            return BUSY;
        }
        if (failure instanceof OutboxFullException) {
            return NO_ROOM;
        }
        return ofWait(failure);
    }

    private static Outcome ofWait(Throwable failure) {
        if (failure instanceof RequestTimeoutException) {
            return TIMEOUT;
        }
        if (failure instanceof SockClosedException) {
            return CLOSED;
        }
        boolean isGivenUp = failure instanceof CancellationException
                || failure instanceof WaitInterruptedException
                || failure instanceof StreamEndedException;
        return isGivenUp ? CANCELLED : new Outcome(Kind.ERROR, EngineObserver.OTHER);
    }
}
