package org.gotalk.demo.chat;

import java.time.Instant;

/** Somebody came into a room: notification {@code chat/joined}. */
public record Joined(long id, String room, String who, Instant time) {}
