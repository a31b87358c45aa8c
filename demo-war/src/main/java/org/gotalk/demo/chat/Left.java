package org.gotalk.demo.chat;

import java.time.Instant;

/** Somebody left a room, or the chat: notification {@code chat/left}. */
public record Left(long id, String room, String who, Instant time) {}
