package org.gotalk.internal.engine.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The turns that wait for a worker, in FIFO order. Used under the lock of {@link WorkersState}. */
final class TurnQueue {

    private final Deque<Turn> turns = new ArrayDeque<>();

    /** Appends a turn; false if it is queued already. */
    boolean add(Turn turn, long now) {
        boolean enters = turn.enter(now);
        if (enters) {
            turns.add(turn);
        }
        return enters;
    }

    /** Removes the first turn; null for none. */
    @Nullable
    Turn poll() {
        Turn turn = turns.poll();
        if (turn != null) {
            turn.leave();
        }
        return turn;
    }

    /** The first turn; null for none. */
    @Nullable
    Turn first() {
        return turns.peek();
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    /** The turns that have waited for longer than the time, each only once. */
    List<Turn> late(long now, long maxWait) {
        List<Turn> late = new ArrayList<>();
        for (Turn turn : turns) {
            if (turn.becomesLate(now, maxWait)) {
                late.add(turn);
            }
        }
        return late;
    }

    /** A copy. */
    List<Turn> turns() {
        return List.copyOf(turns);
    }

    /** Removes all turns. */
    List<Turn> takeAll() {
        List<Turn> all = new ArrayList<>();
        for (Turn turn = poll(); turn != null; turn = poll()) {
            all.add(turn);
        }
        return all;
    }
}
