package org.gotalk.bench.load;

import java.util.function.IntFunction;

/** What connections are kept busy with. */
public sealed interface Work {

    /** How many connections it takes. */
    int connections();

    /** The room that a connection is in, where there are rooms. */
    int room(int connection);

    /** Makes the pace of each connection in turn, by its number. */
    IntFunction<Pace> paces(Tally tally);

    /**
     * Requests, each of which is answered.
     *
     * @param inFlight requests at once on each connection
     */
    record Requests(int connections, int inFlight) implements Work {

        @Override
        public int room(int connection) {
            return 0;
        }

        @Override
        public IntFunction<Pace> paces(Tally tally) {
            return connection -> new Slots(inFlight, tally);
        }
    }

    /** Messages, each of which reaches all members of a room. When it has, the room's next one goes out. */
    record Rooms(int rooms, int members) implements Work {

        @Override
        public int connections() {
            return rooms * members;
        }

        @Override
        public int room(int connection) {
            return connection / members;
        }

        @Override
        public IntFunction<Pace> paces(Tally tally) {
            Room[] all = new Room[rooms];
            for (int room = 0; room < rooms; room++) {
                all[room] = new Room(members, tally);
            }
            return connection -> all[room(connection)].member();
        }
    }
}
