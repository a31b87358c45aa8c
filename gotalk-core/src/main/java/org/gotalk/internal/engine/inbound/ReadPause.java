package org.gotalk.internal.engine.inbound;

/**
 * Whether reading from the peer pauses: while more waits than may, the outbox is full or a stream is, for a bounded time.
 * After that the peer is read again, and what is too much is refused. Used under the lock of the {@link DispatchState}.
 */
final class ReadPause {

    private enum State {
        /** All is well. */
        FLOWING,
        /** Reading pauses until enough has been done, or the time is over. */
        PAUSED,
        /** The time is over and there is still too much. */
        REFUSING
    }

    private final int maxMessages;
    private final long maxBytes;
    private State state = State.FLOWING;
    private int messages; // that wait
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
        look();
    }

    void left(int size) {
        messages--;
        bytes -= size;
        look();
    }

    void outboxIsFull(boolean isFull) {
        outboxIsFull = isFull;
        look();
    }

    boolean outboxIsFull() {
        return outboxIsFull;
    }

    /** So many more streams are full, or fewer. They have time limits of their own. */
    void streamsChanged(int more) {
        fullStreams += more;
    }

    /** The pause of this number has lasted as long as one may. */
    void isOver(long number) {
        if (number == count && state == State.PAUSED) {
            state = State.REFUSING;
        }
    }

    boolean isOn() {
        return state == State.PAUSED || fullStreams > 0;
    }

    /** How many pauses have begun, but those for streams. */
    long count() {
        return count;
    }

    /** Whether a further message has no place to wait. */
    boolean refuses() {
        return state == State.REFUSING && tooManyWait();
    }

    private void look() {
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

    /** Half of what may wait, so that reading does not stop and start with each message. */
    private boolean enoughIsDone() {
        return messages <= maxMessages / 2 && bytes <= maxBytes / 2;
    }
}
