package org.gotalk.internal.engine.inbound;

/**
 * Whether reading pauses: while the queue, the outbox or a stream is full, for a bounded time. Then reading resumes and
 * further messages are refused. Used under the lock of the {@link InboundState}.
 */
final class ReadPause {

    private enum State {
        /** Reading is on. */
        FLOWING,
        /** Reading pauses until the queue is half empty or the time is over. */
        PAUSED,
        /** The time is over and the queue or the outbox is still full. */
        REFUSING
    }

    private final int maxMessages;
    private final long maxBytes;
    private State state = State.FLOWING;
    private int messages; // in the queue
    private long bytes; // of their payloads
    private boolean outboxIsFull;
    private int fullStreams;
    private long count;

    ReadPause(int maxMessages, long maxBytes) {
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
    }

    void entered(int size) {
        messages++;
        bytes += size;
        update();
    }

    void left(int size) {
        messages--;
        bytes -= size;
        update();
    }

    void outboxIsFull(boolean isFull) {
        outboxIsFull = isFull;
        update();
    }

    boolean outboxIsFull() {
        return outboxIsFull;
    }

    /** Changes the number of full streams, which have time limits of their own. */
    void streamsChanged(int more) {
        fullStreams += more;
    }

    /** The pause with this number has reached its maximum duration. */
    void isOver(long number) {
        if (number == count && state == State.PAUSED) {
            state = State.REFUSING;
        }
    }

    boolean isOn() {
        return state == State.PAUSED || fullStreams > 0;
    }

    /** The number of pauses so far, except those for streams. */
    long count() {
        return count;
    }

    int messages() {
        return messages;
    }

    long bytes() {
        return bytes;
    }

    /** Whether further messages must be refused. */
    boolean refuses() {
        return state == State.REFUSING && tooManyWait();
    }

    private void update() {
        boolean tooMuch = outboxIsFull || tooManyWait();
        if (tooMuch && state == State.FLOWING) {
            state = State.PAUSED;
            count++;
        } else if (!tooMuch && (state == State.REFUSING || enoughIsDone())) {
            state = State.FLOWING;
        }
    }

    private boolean tooManyWait() {
        return messages > 0 && (messages >= maxMessages || bytes >= maxBytes);
    }

    /** Half of the limits, so that reading does not toggle with each message. */
    private boolean enoughIsDone() {
        return messages <= maxMessages / 2 && bytes <= maxBytes / 2;
    }
}
