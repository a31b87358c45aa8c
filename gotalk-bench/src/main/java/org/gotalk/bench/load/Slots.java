package org.gotalk.bench.load;

/** As many requests in flight as there are slots: each answer makes room for the next request. */
final class Slots implements Pace {

    private final Tally tally;
    private final long[] saidAt;
    private final int[] free;
    private int freeCount;

    Slots(int count, Tally tally) {
        this.tally = tally;
        this.saidAt = new long[count];
        this.free = new int[count];
        for (int slot = 0; slot < count; slot++) {
            free[freeCount++] = slot;
        }
    }

    @Override
    public void say(Dialect dialect, Outgoing out, long now) {
        for (int i = 0; i < freeCount; i++) {
            saidAt[free[i]] = now;
        }
        dialect.requests(free, freeCount, out);
        freeCount = 0;
    }

    @Override
    public void came(int slot, long now) {
        tally.answered(now - saidAt[slot]);
        free[freeCount++] = slot;
    }

    @Override
    public int missing() {
        return free.length - freeCount;
    }
}
