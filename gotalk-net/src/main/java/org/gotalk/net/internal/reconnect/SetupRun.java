package org.gotalk.net.internal.reconnect;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.concurrent.Scheduler;

/** Runs the set-up of a new connection on the executor, with a timeout. */
final class SetupRun {

    private SetupRun() {}

    /** Starts it; fails with its exception, or when the timeout ends. */
    static CompletionStage<?> of(
            ConnectionSetup setup, Sock connection, Duration limit, Executor executor, Scheduler scheduler) {
        CompletableFuture<Object> done = new CompletableFuture<>();
        Scheduler.Cancellable timer = scheduler.schedule(
                () -> done.completeExceptionally(new TimeoutException("the set-up did not complete within " + limit)),
                Deadline.atMostEver(limit));
        executor.execute(() -> run(setup, connection, done));
        return done.whenComplete((result, failure) -> timer.cancel());
    }

    private static void run(ConnectionSetup setup, Sock connection, CompletableFuture<Object> done) {
        try {
            setup.prepare(connection).whenComplete((result, failure) -> {
                if (failure == null) {
                    done.complete(connection);
                } else {
                    done.completeExceptionally(failure);
                }
            });
        } catch (Throwable thrown) {
            done.completeExceptionally(thrown);
        }
    }
}
