package org.gotalk.demo.chat;

import java.time.Instant;

/** Somebody in a room goes by another name now: notification {@code chat/renamed}. */
public record Renamed(long id, String room, String was, String who, Instant time) {}
