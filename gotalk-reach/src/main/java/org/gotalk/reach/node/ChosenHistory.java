package org.gotalk.reach.node;

import org.gotalk.reach.Keep;
import org.gotalk.reach.RoomHistory;

/** What the node keeps, until the application says something else. */
final class ChosenHistory implements RoomHistory {

    private volatile RoomHistory chosen;

    ChosenHistory(RoomHistory byDefault) {
        this.chosen = byDefault;
    }

    /** Has this one decide from now on. */
    void choose(RoomHistory newHistory) {
        chosen = newHistory;
    }

    @Override
    public Keep keep(String room) {
        return chosen.keep(room);
    }
}
