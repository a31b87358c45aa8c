package org.gotalk.demo.chat;

/**
 * A room as the list of rooms shows it, and notification {@code chat/room} when that changes: it is new, or the number of
 * people in it is another one. Everybody in the chat is told.
 */
public record RoomState(long id, String room, int people) {}
