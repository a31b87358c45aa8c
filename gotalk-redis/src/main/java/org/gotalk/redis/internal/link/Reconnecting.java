package org.gotalk.redis.internal.link;

import static org.gotalk.redis.internal.link.RedisLog.LOG;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulConnection;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connection that is opened again whenever it is lost. For the engine thread alone. */
final class Reconnecting<C extends StatefulConnection<byte[], byte[]>> {

    private final String name;
    private final EngineThread thread;
    private final Backoff backoff;
    private final Supplier<CompletionStage<C>> connect;
    private final Use<C> use;
    private final Duration longestAttempt;
    private long attempt;
    private @Nullable C connection;
    private boolean isReported;
    private boolean hasEnded;

    /** What a connection is used for. */
    interface Use<C> {

        /** There is a new one. */
        void opened(C connection);

        /** It is lost. What it had not answered may have been done. */
        void lost();
    }

    /** @param name of the engine and what the connection is for, as logs have it */
    Reconnecting(String name, EngineThread thread, Timings timings, Supplier<CompletionStage<C>> connect, Use<C> use) {
        this.name = name;
        this.thread = thread;
        this.backoff = new Backoff(
                timings.shortestWait(),
                timings.longestWait(),
                () -> ThreadLocalRandom.current().nextDouble());
        this.connect = connect;
        this.longestAttempt = timings.timeout().multipliedBy(2);
        this.use = use;
    }

    void connect() {
        if (hasEnded) {
            return;
        }
        long number = ++attempt;
        CompletionStage<C> opening;
        try {
            opening = connect.get();
        } catch (RuntimeException e) {
            later(FailureText.of(e));
            return;
        }
        ScheduledFuture<?> limit = thread.after(longestAttempt, () -> {
            if (number == attempt) {
                attempt++; // the driver has forgotten it, or is late
                later("no connection within " + longestAttempt.toMillis() + " ms");
            }
        });
        CompletionStage<C> unused = opening.whenComplete((opened, failure) -> thread.execute(() -> {
            limit.cancel(false);
            connected(number, opened, failure);
        }));
    }

    private void connected(long number, @Nullable C opened, @Nullable Throwable failure) {
        if (number != attempt || hasEnded) {
            if (opened != null) {
                close(opened);
            }
            return;
        }
        if (opened == null) {
            later(failure == null ? "no connection" : FailureText.of(failure));
            return;
        }
        connection = opened;
        opened.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> unused) {
                thread.execute(() -> failed(opened, "the engine or the network closed the connection"));
            }
        });
        use.opened(opened);
        if (!opened.isOpen()) {
            failed(opened, "the connection closed at once"); // before there was a listener
        }
    }

    /** The connection has proved to work. */
    void works() {
        backoff.reset();
        if (isReported) {
            isReported = false;
            LOG.log(Level.INFO, "{0}: connected again", name);
        }
    }

    /** Gives up a connection; no effect if it is another one by now. */
    void failed(C of, String why) {
        if (connection != of) {
            return;
        }
        connection = null;
        close(of);
        use.lost();
        later(why);
    }

    private void later(String why) {
        if (hasEnded) {
            return;
        }
        LOG.log(isReported ? Level.DEBUG : Level.WARNING, "{0}: {1}", name, why);
        isReported = true;
        ScheduledFuture<?> unused = thread.after(backoff.afterFailure(), this::connect);
    }

    /** Opens no further one; what is open closes with the client. */
    void end() {
        hasEnded = true;
        connection = null;
    }

    private static void close(StatefulConnection<byte[], byte[]> connection) {
        if (connection.isOpen()) {
            CompletionStage<Void> unused = connection.closeAsync();
        }
    }
}
