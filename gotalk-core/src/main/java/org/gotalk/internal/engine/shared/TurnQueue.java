package org.gotalk.internal.engine.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The turns that wait for a worker, first come first served. Used under the lock of the {@link WorkersState}. */
final class TurnQueue {

    private final Deque<Turn> turns = new ArrayDeque<>();

    /** Puts a turn at the end; whether it was not in the line. */
    boolean add(Turn turn, long now) {
        boolean enters = turn.enter(now);
        if (enters) {
            turns.add(turn);
        }
        return enters;
    }

    /** Takes the first. */
    @Nullable
    Turn poll() {
        Turn turn = turns.poll();
        if (turn != null) {
            turn.leave();
        }
        return turn;
    }

    /** The first; null for none. */
    @Nullable
    Turn first() {
        return turns.peek();
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    /** Those that have waited for longer than that, each once. */
    List<Turn> late(long now, long patience) {
        List<Turn> late = new ArrayList<>();
        for (Turn turn : turns) {
            if (turn.becomesLate(now, patience)) {
                late.add(turn);
            }
        }
        return late;
    }

    /** Takes all. */
    List<Turn> takeAll() {
        List<Turn> all = new ArrayList<>();
        for (Turn turn = poll(); turn != null; turn = poll()) {
            all.add(turn);
        }
        return all;
    }
}
