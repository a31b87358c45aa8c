package org.gotalk.bench.load;

/**
 * Members that all get what one of them says. Whoever is the last to get it says the next, so that no member has to know
 * of another's connection.
 */
final class Room {

    private static final int[] ONE_SLOT = {0};

    private final int members;
    private final Tally tally;
    private int said;
    private int heard; // by all together
    private long saidAt;

    Room(int members, Tally tally) {
        this.members = members;
        this.tally = tally;
    }

    Pace member() {
        return new Member();
    }

    private final class Member implements Pace {

        private int heardHere;

        @Override
        public void say(Dialect dialect, Outgoing out, long now) {
            if (heard == said * members) {
                said++;
                saidAt = now;
                dialect.requests(ONE_SLOT, 1, out);
            }
        }

        @Override
        public void came(int slot, long now) {
            if (heardHere == said) {
                throw new IllegalStateException("a message that nobody said, or that came before");
            }
            heardHere++;
            heard++;
            tally.answered(now - saidAt);
        }

        @Override
        public int missing() {
            return said - heardHere;
        }
    }
}
