package org.gotalk.bench.load;

import java.util.function.IntFunction;

/** What connections are kept busy with. */
public sealed interface Work {

    /** How many connections it takes. */
    int connections();

    /** The room that a connection is in, where there are rooms. */
    int room(int connection);

    /** What is counted, and in which units. */
    Measure measure();

    /** Makes the pace of each connection in turn, by its number. */
    IntFunction<Pace> paces(Tally tally);

    /**
     * Requests, each of which is answered.
     *
     * @param inFlight requests at once on each connection
     */
    record Requests(int connections, int inFlight) implements Work {

        @Override
        public Measure measure() {
            return Measure.of("requests");
        }

        @Override
        public int room(int connection) {
            return 0;
        }

        @Override
        public IntFunction<Pace> paces(Tally tally) {
            return connection -> new Slots(inFlight, tally);
        }
    }

    /**
     * Much data, where each answer stands for some of it.
     *
     * @param inFlight answers waited for at once on each connection
     * @param bytes that an answer stands for
     */
    record Volume(int connections, int inFlight, int bytes) implements Work {

        @Override
        public Measure measure() {
            return Measure.ofBytes(bytes);
        }

        @Override
        public int room(int connection) {
            return 0;
        }

        @Override
        public IntFunction<Pace> paces(Tally tally) {
            return connection -> new Slots(inFlight, tally);
        }
    }

    /**
     * Messages, each of which reaches all members of a room. When all of a burst have, the room's next one goes out.
     *
     * @param burst messages that a member says at once
     */
    record Rooms(int rooms, int members, int burst) implements Work {

        @Override
        public int connections() {
            return rooms * members;
        }

        @Override
        public Measure measure() {
            return Measure.of("deliveries");
        }

        @Override
        public int room(int connection) {
            return connection / members;
        }

        @Override
        public IntFunction<Pace> paces(Tally tally) {
            Room[] all = new Room[rooms];
            for (int room = 0; room < rooms; room++) {
                all[room] = new Room(members, burst, tally);
            }
            return connection -> all[room(connection)].member();
        }
    }
}
