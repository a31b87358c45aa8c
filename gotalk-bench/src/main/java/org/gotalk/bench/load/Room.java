package org.gotalk.bench.load;

/**
 * Members that all get what one of them says, one or several messages at once. Whoever is the last to get them says the
 * next, so that no member has to know of another's connection.
 */
final class Room {

    private final int members;
    private final int[] burst; // a slot for each message: they are all 0
    private final Tally tally;
    private int said;
    private int heard; // by all together
    private long saidAt;

    Room(int members, int burst, Tally tally) {
        this.members = members;
        this.burst = new int[burst];
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
                said += burst.length;
                saidAt = now;
                dialect.requests(burst, burst.length, out);
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
