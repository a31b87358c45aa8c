package org.gotalk.reach;

import java.time.Duration;

/**
 * The limits of rooms on one server.
 *
 * @param maxRooms rooms of one connection at once
 * @param maxRoomName longest name of a room, in bytes of UTF-8
 * @param maxInfo longest information about a member, in bytes of its payload
 * @param maxHistory kept messages of all rooms in memory, in bytes; a message that does not fit in is not kept
 * @param timeout maximum wait for what carries rooms to other servers; in memory nothing waits
 */
public record ReachLimits(int maxRooms, int maxRoomName, int maxInfo, long maxHistory, Duration timeout) {

    public ReachLimits {
        atLeastOne(maxRooms, "maxRooms");
        atLeastOne(maxRoomName, "maxRoomName");
        atLeastOne(maxInfo, "maxInfo");
        atLeastOne(maxHistory, "maxHistory");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is " + timeout + ", but must be positive");
        }
    }

    /** 100 rooms, names of 200 bytes, information of 1 KiB, 64 MiB of kept messages, 5 s. */
    public static ReachLimits defaults() {
        return new ReachLimits(100, 200, 1024, 64L << 20, Duration.ofSeconds(5));
    }

    private static void atLeastOne(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be at least 1");
        }
    }
}
