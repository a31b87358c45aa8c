package org.gotalk.reach.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.gotalk.reach.ReachLimits;

/** The names under which rooms and users are known to brokers: a user never has that of a room. */
final class Subjects {

    private static final String ROOM = "r:";
    private static final String USER = "u:";

    private Subjects() {}

    static String ofRoom(String name) {
        return ROOM + name;
    }

    static String ofUser(String name) {
        return USER + name;
    }

    static boolean isRoom(String subject) {
        return subject.startsWith(ROOM);
    }

    /** The room of a subject. */
    static String room(String subject) {
        return subject.substring(ROOM.length());
    }

    /**
     * Returns the name of a room if it is one.
     *
     * @throws IllegalArgumentException if it is empty, too long or not valid Unicode
     */
    static String checkedRoom(String name, ReachLimits limits) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of a room must not be empty");
        }
        if (!UTF_8.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException(
                    "the name of a room has an unpaired surrogate, which UTF-8 cannot carry");
        }
        int length = name.getBytes(UTF_8).length;
        if (length > limits.maxRoomName()) {
            throw new IllegalArgumentException(
                    "the name of a room has " + length + " bytes, but must have at most " + limits.maxRoomName());
        }
        return name;
    }
}
