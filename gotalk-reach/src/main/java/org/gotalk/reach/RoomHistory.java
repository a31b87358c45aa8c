package org.gotalk.reach;

/**
 * Decides what is kept of the messages of each room, for members that come later or come back. In CDI, a bean of this type
 * decides for the application.
 *
 * <pre>{@code
 * Keep keep(String room) {
 *     return room.startsWith("chat/") ? Keep.RECENT : Keep.NOTHING;
 * }
 * }</pre>
 */
@FunctionalInterface
public interface RoomHistory {

    /** Nothing is kept. */
    RoomHistory NOTHING = room -> Keep.NOTHING;

    /**
     * What is kept of a room from its next message on. Called for each message, on the thread that sends it; an exception
     * goes to the sender, and the message is not sent.
     */
    Keep keep(String room);
}
