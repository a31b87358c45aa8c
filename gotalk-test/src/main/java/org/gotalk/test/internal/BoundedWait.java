package org.gotalk.test.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gotalk.WaitInterruptedException;

/** The outcome of a stage, for a test that waits. */
public final class BoundedWait {

    private static final int LINES_TOLD = 20;

    private BoundedWait() {}

    /**
     * Waits for a stage.
     *
     * @param what names what is waited for
     * @return its value
     * @throws AssertionError if there is none within the limit; the message has what went over the connection
     * @throws RuntimeException that with which it failed, with the caller's stack, for that of a thread of the engine
     *     leads a reader nowhere
     */
    public static <T> T of(CompletionStage<T> stage, String what, Duration limit, MessageLog log) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        try {
            return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw missing(what, limit, log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException(what, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                failure.setStackTrace(new Throwable().getStackTrace());
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException("unexpected cancellation", e);
        }
    }

    /** Says what did not come, and what did. */
    public static AssertionError missing(String what, Duration limit, MessageLog log) {
        List<String> lines = log.lines();
        int first = Math.max(0, lines.size() - LINES_TOLD);
        return new AssertionError(what + " did not come within " + limit.toMillis() + " ms; notifications not awaited: "
                + log.notifications() + "; the last messages (> of the peer, < of the server):\n  "
                + String.join("\n  ", lines.subList(first, lines.size())));
    }
}
