package org.gotalk.demo.chat;

/** An empty room made way for a new one: notification {@code chat/room-gone}. Everybody in the chat is told. */
public record RoomGone(long id, String room) {}
