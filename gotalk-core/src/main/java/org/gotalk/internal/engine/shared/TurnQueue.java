package org.gotalk.internal.engine.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The turns that wait for a worker, first come first served. Guarded by the lock of {@link Workers}. */
final class TurnQueue {

    private final Deque<Turn> turns = new ArrayDeque<>();
    private volatile boolean isEmpty = true; // read without the lock

    /** Puts a turn at the end; whether it was not in the line. */
    boolean add(Turn turn, long now) {
        boolean enters = turn.enter(now);
        if (enters) {
            turns.add(turn);
            isEmpty = false;
        }
        return enters;
    }

    /** Takes the first. */
    @Nullable
    Turn poll() {
        Turn turn = turns.poll();
        if (turn != null) {
            turn.leave();
            isEmpty = turns.isEmpty();
        }
        return turn;
    }

    /** The first; null for none. */
    @Nullable
    Turn first() {
        return turns.peek();
    }

    boolean isEmpty() {
        return isEmpty;
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
