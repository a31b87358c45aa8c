package org.gotalk;

import java.time.Duration;
import java.util.Objects;

/**
 * What one connection may cost. Every queue, buffer and wait of a connection is bounded by one of these.
 *
 * @param maxPayload largest payload that is accepted, in bytes; a larger request is answered with an error and skipped
 * @param maxName longest name of an operation or notification that is accepted, in bytes of UTF-8
 * @param maxOutbound bytes that may wait to be sent; past that producers wait or are told
 * @param maxConcurrentRequests requests of the peer that run at once
 * @param maxWaitingRequests further messages of the peer that wait their turn
 * @param maxWaitingBytes bytes of payload that those messages may hold
 * @param maxPendingRequests requests of this side that wait for their results
 * @param readPause time that reading pauses when too much waits, before further requests are refused
 * @param handshakeTimeout time for the peer to send its protocol version
 * @param readTimeout time without anything read after which the connection is closed with a timeout
 * @param writeTimeout time for the peer to take what is sent, and longest wait for room in the outbound queue
 * @param heartbeatInterval time between the heartbeats that this side sends; zero for none
 * @param requestTimeout time for a result, where a request is given none of its own; zero for no limit
 * @param maxStreams stream requests of the peer at once; zero for none
 * @param maxStreamBuffer bytes of one stream that wait to be read, and as many that wait to be sent
 * @param streamTimeout longest wait for the next part of a stream, or for room for one; zero for no limit
 * @param minRetryWait shortest wait that a refused peer is asked for
 * @param maxRetryWait longest such wait; each refusal asks for a random one between the two
 * @param maxAttempts times that a request of this side is sent at most when the peer refuses it for now; 1 for once
 */
public record Limits(
        int maxPayload,
        int maxName,
        int maxOutbound,
        int maxConcurrentRequests,
        int maxWaitingRequests,
        int maxWaitingBytes,
        int maxPendingRequests,
        Duration readPause,
        Duration handshakeTimeout,
        Duration readTimeout,
        Duration writeTimeout,
        Duration heartbeatInterval,
        Duration requestTimeout,
        int maxStreams,
        int maxStreamBuffer,
        Duration streamTimeout,
        Duration minRetryWait,
        Duration maxRetryWait,
        int maxAttempts) {

    /** Longest name that the protocol can carry, in bytes. */
    public static final int PROTOCOL_MAX_NAME = 4095;

    /** Far beyond any use, and far below what makes sums of nanoseconds overflow. */
    private static final Duration LONGEST_TIME = Duration.ofDays(36_500);

    private static final int MEBIBYTE = 1 << 20;

    public Limits {
        atLeast(1, maxPayload, "maxPayload");
        atLeast(1, maxName, "maxName");
        if (maxName > PROTOCOL_MAX_NAME) {
            throw new IllegalArgumentException("maxName is " + maxName + ", but the protocol's names have at most "
                    + PROTOCOL_MAX_NAME + " bytes");
        }
        atLeast(1, maxOutbound, "maxOutbound");
        atLeast(1, maxConcurrentRequests, "maxConcurrentRequests");
        atLeast(0, maxWaitingRequests, "maxWaitingRequests");
        atLeast(0, maxWaitingBytes, "maxWaitingBytes");
        atLeast(1, maxPendingRequests, "maxPendingRequests");
        notNegative(readPause, "readPause");
        positive(handshakeTimeout, "handshakeTimeout");
        positive(readTimeout, "readTimeout");
        positive(writeTimeout, "writeTimeout");
        notNegative(heartbeatInterval, "heartbeatInterval");
        notNegative(requestTimeout, "requestTimeout");
        atLeast(0, maxStreams, "maxStreams");
        atLeast(1, maxStreamBuffer, "maxStreamBuffer");
        notNegative(streamTimeout, "streamTimeout");
        notNegative(minRetryWait, "minRetryWait");
        if (maxRetryWait.compareTo(minRetryWait) < 0) {
            throw new IllegalArgumentException(
                    "maxRetryWait is " + maxRetryWait + ", but must be at least minRetryWait, " + minRetryWait);
        }
        if (maxRetryWait.compareTo(RetryLater.LONGEST) > 0) {
            throw new IllegalArgumentException("maxRetryWait is " + maxRetryWait + ", but the protocol's waits are "
                    + RetryLater.LONGEST + " at most");
        }
        atLeast(1, maxAttempts, "maxAttempts");
    }

    /** The defaults, as the table of settings in {@code docs/configuration.md} has them. */
    public static Limits defaults() {
        return builder().build();
    }

    /** A builder that begins with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be at least " + least);
        }
    }

    private static void notNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " is " + value + ", but must not be negative");
        }
        if (value.compareTo(LONGEST_TIME) > 0) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be at most " + LONGEST_TIME);
        }
    }

    private static void positive(Duration value, String name) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be positive");
        }
        notNegative(value, name);
    }

    /** Collects limits. Each method sets the limit of its name, which is the default until then. */
    public static final class Builder {

        private int maxPayload = MEBIBYTE;
        private int maxName = PROTOCOL_MAX_NAME;
        private int maxOutbound = 4 * MEBIBYTE;
        private int maxConcurrentRequests = 64;
        private int maxWaitingRequests = 1024;
        private int maxWaitingBytes = 4 * MEBIBYTE;
        private int maxPendingRequests = 64 * 1024;
        private Duration readPause = Duration.ofSeconds(2);
        private Duration handshakeTimeout = Duration.ofSeconds(10);
        private Duration readTimeout = Duration.ofSeconds(30);
        private Duration writeTimeout = Duration.ofSeconds(10);
        private Duration heartbeatInterval = Duration.ofSeconds(20);
        private Duration requestTimeout = Duration.ofSeconds(30);
        private int maxStreams = 16;
        private int maxStreamBuffer = 256 * 1024;
        private Duration streamTimeout = Duration.ofSeconds(30);
        private Duration minRetryWait = Duration.ofMillis(500);
        private Duration maxRetryWait = Duration.ofSeconds(5);
        private int maxAttempts = 5;

        private Builder() {}

        public Builder maxPayload(int bytes) {
            this.maxPayload = bytes;
            return this;
        }

        public Builder maxName(int bytes) {
            this.maxName = bytes;
            return this;
        }

        public Builder maxOutbound(int bytes) {
            this.maxOutbound = bytes;
            return this;
        }

        public Builder maxConcurrentRequests(int requests) {
            this.maxConcurrentRequests = requests;
            return this;
        }

        public Builder maxWaitingRequests(int messages) {
            this.maxWaitingRequests = messages;
            return this;
        }

        public Builder maxWaitingBytes(int bytes) {
            this.maxWaitingBytes = bytes;
            return this;
        }

        public Builder maxPendingRequests(int requests) {
            this.maxPendingRequests = requests;
            return this;
        }

        public Builder readPause(Duration pause) {
            this.readPause = Objects.requireNonNull(pause);
            return this;
        }

        public Builder handshakeTimeout(Duration timeout) {
            this.handshakeTimeout = Objects.requireNonNull(timeout);
            return this;
        }

        public Builder readTimeout(Duration timeout) {
            this.readTimeout = Objects.requireNonNull(timeout);
            return this;
        }

        public Builder writeTimeout(Duration timeout) {
            this.writeTimeout = Objects.requireNonNull(timeout);
            return this;
        }

        public Builder heartbeatInterval(Duration interval) {
            this.heartbeatInterval = Objects.requireNonNull(interval);
            return this;
        }

        public Builder requestTimeout(Duration timeout) {
            this.requestTimeout = Objects.requireNonNull(timeout);
            return this;
        }

        public Builder maxStreams(int value) {
            this.maxStreams = value;
            return this;
        }

        public Builder maxStreamBuffer(int value) {
            this.maxStreamBuffer = value;
            return this;
        }

        public Builder streamTimeout(Duration value) {
            this.streamTimeout = Objects.requireNonNull(value);
            return this;
        }

        public Builder minRetryWait(Duration value) {
            this.minRetryWait = Objects.requireNonNull(value);
            return this;
        }

        public Builder maxRetryWait(Duration value) {
            this.maxRetryWait = Objects.requireNonNull(value);
            return this;
        }

        public Builder maxAttempts(int value) {
            this.maxAttempts = value;
            return this;
        }

        /**
         * The limits.
         *
         * @throws IllegalArgumentException when one is out of its range; the message names it
         */
        public Limits build() {
            return new Limits(
                    maxPayload,
                    maxName,
                    maxOutbound,
                    maxConcurrentRequests,
                    maxWaitingRequests,
                    maxWaitingBytes,
                    maxPendingRequests,
                    readPause,
                    handshakeTimeout,
                    readTimeout,
                    writeTimeout,
                    heartbeatInterval,
                    requestTimeout,
                    maxStreams,
                    maxStreamBuffer,
                    streamTimeout,
                    minRetryWait,
                    maxRetryWait,
                    maxAttempts);
        }
    }
}
