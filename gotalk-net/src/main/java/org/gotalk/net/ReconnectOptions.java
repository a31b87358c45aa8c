package org.gotalk.net;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;

/**
 * How a {@link ReconnectingSock} keeps connected. Immutable; each method answers a copy with something changed.
 *
 * @param connect how each connection is made; its time is given to the set-up once more; {@link
 *     ConnectOptions#defaults()} by default
 * @param minDelay wait after the first failure, and shortest time from one connection to the next; 500 ms by default
 * @param maxDelay longest wait, up to which each further failure doubles it; 5 s by default
 * @param jitter by how much a wait may be longer by chance, as a share of it; 0.25 by default
 * @param maxWaiting messages that may wait for a connection; 100 by default, 0 for none
 * @param maxWaitingBytes bytes that those may have, where a larger message waits alone; 4 MiB by default
 * @param setup what is done on each new connection before anything else; nothing by default
 * @param listener told of each change of state; nobody by default
 */
public record ReconnectOptions(
        ConnectOptions connect,
        Duration minDelay,
        Duration maxDelay,
        double jitter,
        int maxWaiting,
        long maxWaitingBytes,
        Optional<AsyncSetup> setup,
        StateListener listener) {

    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private static final ReconnectOptions DEFAULTS = new ReconnectOptions(
            ConnectOptions.defaults(),
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            0.25,
            100,
            4 << 20,
            Optional.empty(),
            (sock, state) -> {});

    public ReconnectOptions {
        if (minDelay.isNegative() || minDelay.isZero()) {
            throw new IllegalArgumentException("minDelay is " + minDelay + ", but must be positive");
        }
        if (maxDelay.compareTo(minDelay) < 0 || maxDelay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException(
                    "maxDelay is " + maxDelay + ", but must be from minDelay, " + minDelay + ", to " + LONGEST_DELAY);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter is " + jitter + ", but must be from 0 to 1");
        }
        if (maxWaiting < 0) {
            throw new IllegalArgumentException("maxWaiting is " + maxWaiting + ", but must not be negative");
        }
        if (maxWaitingBytes < 1) {
            throw new IllegalArgumentException("maxWaitingBytes is " + maxWaitingBytes + ", but must be at least 1");
        }
    }

    /** As said of each component. */
    public static ReconnectOptions defaults() {
        return DEFAULTS;
    }

    /** With other connections. */
    public ReconnectOptions connect(ConnectOptions newConnect) {
        return new ReconnectOptions(
                newConnect, minDelay, maxDelay, jitter, maxWaiting, maxWaitingBytes, setup, listener);
    }

    /** With other waits between attempts. */
    public ReconnectOptions delays(Duration newMin, Duration newMax) {
        return new ReconnectOptions(connect, newMin, newMax, jitter, maxWaiting, maxWaitingBytes, setup, listener);
    }

    /** With waits that chance lengthens by another share; 0 for those that tests can foretell. */
    public ReconnectOptions jitter(double newJitter) {
        return new ReconnectOptions(
                connect, minDelay, maxDelay, newJitter, maxWaiting, maxWaitingBytes, setup, listener);
    }

    /** With other bounds for what waits for a connection. */
    public ReconnectOptions waiting(int newMax, long newMaxBytes) {
        return new ReconnectOptions(connect, minDelay, maxDelay, jitter, newMax, newMaxBytes, setup, listener);
    }

    /** With something to be done on each new connection before anything else: to sign in, say. */
    public ReconnectOptions setup(Setup newSetup) {
        return setupAsync(connection -> {
            newSetup.prepare(connection);
            return CompletableFuture.completedStage(null);
        });
    }

    /** As {@link #setup(Setup)}, without a thread that waits. */
    public ReconnectOptions setupAsync(AsyncSetup newSetup) {
        return new ReconnectOptions(
                connect, minDelay, maxDelay, jitter, maxWaiting, maxWaitingBytes, Optional.of(newSetup), listener);
    }

    /** With somebody who is told of each change of state. */
    public ReconnectOptions listener(StateListener newListener) {
        return new ReconnectOptions(
                connect, minDelay, maxDelay, jitter, maxWaiting, maxWaitingBytes, setup, newListener);
    }

    /** Prepares new connections. */
    @FunctionalInterface
    public interface Setup {

        /**
         * Makes a connection ready for use; nothing that waits goes out on it before. Runs where handlers run, and may
         * block. What is sent goes through the connection that is given, since the {@link ReconnectingSock} itself waits
         * for this to be done.
         *
         * @throws Exception whatever makes the connection useless. It is closed then, and the next attempt follows as if
         *     none could be made; the state says why, so that a listener may close the {@link ReconnectingSock}.
         */
        void prepare(Sock connection) throws Exception;
    }

    /** Prepares new connections without blocking. */
    @FunctionalInterface
    public interface AsyncSetup {

        /** As {@link Setup#prepare}; done when the stage completes, which may fail with the same effect. */
        CompletionStage<?> prepare(Sock connection) throws Exception;
    }

    /** Told how it stands with a {@link ReconnectingSock}. */
    @FunctionalInterface
    public interface StateListener {

        /**
         * The state is another one now. Called where handlers run, once for each state and in their order, never two at
         * once; by then the state may have changed again. One that blocks holds up only what it is told next.
         */
        void changed(ReconnectingSock sock, ConnectionState state);
    }
}
