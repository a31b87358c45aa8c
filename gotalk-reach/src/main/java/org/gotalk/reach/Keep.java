package org.gotalk.reach;

import java.time.Duration;

/**
 * What is kept of the messages of a room.
 *
 * @param count maximum number; 0 for none
 * @param age maximum age
 */
public record Keep(int count, Duration age) {

    /** None. */
    public static final Keep NOTHING = new Keep(0, Duration.ZERO);

    /** The last 100, for two minutes. */
    public static final Keep RECENT = new Keep(100, Duration.ofMinutes(2));

    public Keep {
        if (count < 0 || age.isNegative()) {
            throw new IllegalArgumentException("count is " + count + " and age " + age + "; both must not be negative");
        }
    }

    /** Whether nothing is kept. */
    public boolean isNothing() {
        return count == 0;
    }
}
