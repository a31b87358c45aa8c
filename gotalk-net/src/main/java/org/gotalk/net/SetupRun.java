package org.gotalk.net;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.net.ReconnectOptions.AsyncSetup;

/** One run of what the user wants done on each new connection: off the network's threads, and within a time. */
final class SetupRun {

    private SetupRun() {}

    /** Begins it; fails with whatever it threw, or when its time is over. */
    static CompletionStage<?> of(
            AsyncSetup setup, Sock connection, Duration limit, Executor executor, Scheduler scheduler) {
        CompletableFuture<Object> done = new CompletableFuture<>();
        Scheduler.Cancellable timer = scheduler.schedule(
                () -> done.completeExceptionally(new TimeoutException("the set-up was not done within " + limit)),
                Deadline.atMostEver(limit));
        executor.execute(() -> run(setup, connection, done));
        return done.whenComplete((result, failure) -> timer.cancel());
    }

    private static void run(AsyncSetup setup, Sock connection, CompletableFuture<Object> done) {
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
