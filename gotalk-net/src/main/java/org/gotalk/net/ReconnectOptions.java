package org.gotalk.net;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;

/**
 * Options of a {@link ReconnectingSock}. Immutable; each method returns a changed copy.
 *
 * @param connect options of each connection; its timeout also applies to the set-up; {@link ConnectOptions#defaults()}
 *     by default
 * @param minDelay delay after the first failure, and minimum time between the starts of two connections; 500 ms by
 *     default
 * @param maxDelay maximum delay, up to which each further failure doubles it; 5 s by default
 * @param jitter maximum random extension of a delay, as a fraction of it; 0.25 by default
 * @param maxWaiting maximum number of messages that wait for a connection; 100 by default, 0 for none
 * @param maxWaitingBytes maximum bytes of those messages; a larger message waits alone; 4 MiB by default
 * @param setup runs on each new connection before anything else; none by default
 * @param listener called after each change of state; none by default
 * @param sessions whether the peer is asked for a session; {@link SessionMode#WHERE_KNOWN} by default
 * @param resumed called after each return to a session; none by default
 */
public record ReconnectOptions(
        ConnectOptions connect,
        Duration minDelay,
        Duration maxDelay,
        double jitter,
        int maxWaiting,
        long maxWaitingBytes,
        Optional<AsyncSetup> setup,
        StateListener listener,
        SessionMode sessions,
        ResumeListener resumed) {

    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private static final ReconnectOptions DEFAULTS = new ReconnectOptions(
            ConnectOptions.defaults(),
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            0.25,
            100,
            4 << 20,
            Optional.empty(),
            (sock, state) -> {},
            SessionMode.WHERE_KNOWN,
            (sock, resumed) -> {});

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

    /** The defaults of all components. */
    public static ReconnectOptions defaults() {
        return DEFAULTS;
    }

    /** Sets the options of each connection. */
    public ReconnectOptions connect(ConnectOptions newConnect) {
        return new ReconnectOptions(
                newConnect,
                minDelay,
                maxDelay,
                jitter,
                maxWaiting,
                maxWaitingBytes,
                setup,
                listener,
                sessions,
                resumed);
    }

    /** Sets the delays between attempts. */
    public ReconnectOptions delays(Duration newMin, Duration newMax) {
        return new ReconnectOptions(
                connect, newMin, newMax, jitter, maxWaiting, maxWaitingBytes, setup, listener, sessions, resumed);
    }

    /** Sets the jitter; 0 makes delays predictable, for tests. */
    public ReconnectOptions jitter(double newJitter) {
        return new ReconnectOptions(
                connect,
                minDelay,
                maxDelay,
                newJitter,
                maxWaiting,
                maxWaitingBytes,
                setup,
                listener,
                sessions,
                resumed);
    }

    /** Sets the bounds of messages that wait for a connection. */
    public ReconnectOptions waiting(int newMax, long newMaxBytes) {
        return new ReconnectOptions(
                connect, minDelay, maxDelay, jitter, newMax, newMaxBytes, setup, listener, sessions, resumed);
    }

    /** Sets what runs on each new connection before anything else, for example to sign in. */
    public ReconnectOptions setup(Setup newSetup) {
        return setupAsync(connection -> {
            newSetup.prepare(connection);
            return CompletableFuture.completedStage(null);
        });
    }

    /** As {@link #setup(Setup)}, without blocking a thread. */
    public ReconnectOptions setupAsync(AsyncSetup newSetup) {
        return new ReconnectOptions(
                connect,
                minDelay,
                maxDelay,
                jitter,
                maxWaiting,
                maxWaitingBytes,
                Optional.of(newSetup),
                listener,
                sessions,
                resumed);
    }

    /** Sets the listener for changes of state. */
    public ReconnectOptions listener(StateListener newListener) {
        return new ReconnectOptions(
                connect,
                minDelay,
                maxDelay,
                jitter,
                maxWaiting,
                maxWaitingBytes,
                setup,
                newListener,
                sessions,
                resumed);
    }

    /** Sets whether the peer is asked for a session, in which notifications that were lost on the way are repeated. */
    public ReconnectOptions sessions(SessionMode newSessions) {
        return new ReconnectOptions(
                connect,
                minDelay,
                maxDelay,
                jitter,
                maxWaiting,
                maxWaitingBytes,
                setup,
                listener,
                newSessions,
                resumed);
    }

    /** Sets what is called when the connection has come back to a session, or has lost it. */
    public ReconnectOptions resumed(ResumeListener newResumed) {
        return new ReconnectOptions(
                connect,
                minDelay,
                maxDelay,
                jitter,
                maxWaiting,
                maxWaitingBytes,
                setup,
                listener,
                sessions,
                newResumed);
    }

    /** Prepares new connections. */
    @FunctionalInterface
    public interface Setup {

        /**
         * Prepares a connection; waiting messages are sent on it afterwards. Runs on the handlers' executor and may
         * block. Must send through the given connection, since the {@link ReconnectingSock} waits for this to return.
         *
         * @throws Exception if the connection cannot be used. It is closed and the next attempt follows, as if
         *     connecting had failed; the state has the cause, so a listener may close the {@link ReconnectingSock}.
         */
        void prepare(Sock connection) throws Exception;
    }

    /** Prepares new connections without blocking. */
    @FunctionalInterface
    public interface AsyncSetup {

        /**
         * As {@link Setup#prepare}; done when the stage completes. A failed stage has the same effect as an exception.
         */
        CompletionStage<?> prepare(Sock connection) throws Exception;
    }

    /** Called after changes of state of a {@link ReconnectingSock}. */
    @FunctionalInterface
    public interface StateListener {

        /**
         * The state has changed. Runs on the handlers' executor, once for each state, in order and one at a time; the
         * state may have changed again by then. Blocking delays only further calls of this listener.
         */
        void changed(ReconnectingSock sock, ConnectionState state);
    }

    /** Called when a {@link ReconnectingSock} has come back to a session of its peer, or has lost it. */
    @FunctionalInterface
    public interface ResumeListener {

        /** Runs on the handlers' executor, before what waited for the connection is sent. */
        void resumed(ReconnectingSock sock, Resumed resumed);
    }
}
