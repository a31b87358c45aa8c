package org.gotalk;

import java.time.Duration;
import java.util.Objects;

/**
 * The limits of one connection. Each of its queues, buffers and waits has one.
 *
 * @param maxPayload largest accepted payload, in bytes; larger requests get an error result and are skipped
 * @param maxName longest accepted name of an operation or notification, in bytes of UTF-8
 * @param maxOutbound bytes in the outbound queue; when it is full, senders wait or fail
 * @param maxConcurrentRequests requests of the peer that run at once
 * @param maxWaitingRequests further messages of the peer in the queue
 * @param maxWaitingBytes bytes of payload in that queue
 * @param maxPendingRequests requests of this side without a result yet
 * @param readPause maximum time that reading pauses when a queue is full, before further requests are refused
 * @param handshakeTimeout maximum time until the peer sends its protocol version
 * @param readTimeout maximum time without received bytes; then the connection closes with a timeout
 * @param writeTimeout maximum time in which the network takes nothing of what is sent, also while a sender waits for
 *     room in the outbound queue; then the connection closes with a timeout
 * @param heartbeatInterval time between sent heartbeats; zero sends none
 * @param requestTimeout default timeout of a request, which does not expire while bytes of the result arrive; zero
 *     means no limit
 * @param maxStreams stream requests of the peer at once; zero refuses all
 * @param maxStreamBuffer received bytes of one stream that wait to be read, and also bytes of one stream in the
 *     outbound queue
 * @param streamTimeout maximum wait for the next part of a stream without any byte of it, or for room for one without
 *     progress of what is sent; zero means no limit
 * @param minRetryWait minimum wait asked of a refused peer
 * @param maxRetryWait maximum wait asked of a refused peer; each refusal asks for a random wait between the two
 * @param recheckInterval time between two {@linkplain org.gotalk.spi.CredentialCheck#recheck looks} at the credential of
 *     an open connection; zero for none
 * @param maxAttempts how often a request of this side is sent at most when the peer refuses it; 1 means no retry
 * @param maxSignInFailures how many tokens of the peer, for signing in or renewal, may be refused; then the connection
 *     closes
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
        Duration recheckInterval,
        int maxAttempts,
        int maxSignInFailures) {

    /** Maximum length of a name in the protocol, in bytes. */
    public static final int PROTOCOL_MAX_NAME = 4095;

    /** Low enough that sums of nanoseconds do not overflow. */
    private static final Duration LONGEST_TIME = Duration.ofDays(36_500);

    private static final int MEBIBYTE = 1 << 20;

    public Limits {
        atLeast(1, maxPayload, "maxPayload");
        atLeast(1, maxName, "maxName");
        if (maxName > PROTOCOL_MAX_NAME) {
            throw new IllegalArgumentException("maxName is " + maxName + ", but must be at most " + PROTOCOL_MAX_NAME
                    + " bytes, the limit of the protocol");
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
            throw new IllegalArgumentException("maxRetryWait is " + maxRetryWait + ", but must be at most "
                    + RetryLater.LONGEST + ", the limit of the protocol");
        }
        notNegative(recheckInterval, "recheckInterval");
        atLeast(1, maxAttempts, "maxAttempts");
        atLeast(1, maxSignInFailures, "maxSignInFailures");
    }

    /** The defaults, which {@code docs/configuration.md} lists. */
    public static Limits defaults() {
        return builder().build();
    }

    /** A builder with the defaults. */
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

    /** Builds limits. Each method sets the limit of its name. */
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
        private Duration recheckInterval = Duration.ofSeconds(30);
        private int maxAttempts = 5;
        private int maxSignInFailures = 3;

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

        public Builder recheckInterval(Duration value) {
            this.recheckInterval = Objects.requireNonNull(value);
            return this;
        }

        public Builder maxAttempts(int value) {
            this.maxAttempts = value;
            return this;
        }

        public Builder maxSignInFailures(int value) {
            this.maxSignInFailures = value;
            return this;
        }

        /**
         * Builds the limits.
         *
         * @throws IllegalArgumentException if one is out of range; the message names it
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
                    recheckInterval,
                    maxAttempts,
                    maxSignInFailures);
        }
    }
}
