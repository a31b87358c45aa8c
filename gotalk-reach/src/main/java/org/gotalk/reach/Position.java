package org.gotalk.reach;

/**
 * A place among the messages of a room.
 *
 * @param epoch another one means that places start again: the room was gone meanwhile, or what kept it has lost its data
 * @param offset how many messages of the epoch there are up to here
 */
public record Position(String epoch, long offset) {

    private static final char SEPARATOR = ':';

    /** Before all messages of an epoch. */
    public static Position startOf(String epoch) {
        return new Position(epoch, 0);
    }

    /** As text for clients, which should not look into it. */
    public String text() {
        return Long.toString(offset) + SEPARATOR + epoch;
    }

    /**
     * Reads a text that {@link #text()} has made.
     *
     * @throws IllegalArgumentException if it is another one
     */
    public static Position parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        try {
            if (separator > 0) {
                return new Position(text.substring(separator + 1), Long.parseLong(text, 0, separator, 10));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a position: \"" + text + '"', e);
        }
        throw new IllegalArgumentException("not a position: \"" + text + '"');
    }

    /** Whether this comes after another place of the same epoch. */
    public boolean isAfter(Position other) {
        return epoch.equals(other.epoch) && offset > other.offset;
    }
}
