package org.gotalk.jakarta.websocket;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Turns for threads that send by themselves, in all sessions of an application together: no more at once than there are.
 *
 * <p>Each turn is a buffer outside the heap for what is sent. Open Liberty makes a new one for each blocking send from
 * the heap and leaves it to the garbage collector.
 */
final class SendTurns {

    /** As much as a packed message has at most; longer ones are sent from where they are. */
    static final int BUFFER = 64 * 1024;

    private final Deque<ByteBuffer> free = new ArrayDeque<>(); // guarded by itself
    private int unmade; // guarded by free

    /** So many turns. Their buffers are made when they are needed for the first time. */
    SendTurns(int most) {
        unmade = most;
    }

    /** A turn; none while all are taken. The one that was given back last is the first to be taken. */
    Optional<ByteBuffer> take() {
        synchronized (free) {
            if (free.isEmpty() && unmade > 0) {
                unmade--;
                return Optional.of(ByteBuffer.allocateDirect(BUFFER));
            }
            return Optional.ofNullable(free.pollFirst());
        }
    }

    void giveBack(ByteBuffer turn) {
        synchronized (free) {
            free.addFirst(turn);
        }
    }
}
