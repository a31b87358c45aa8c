package org.gotalk.demo.chat;

import java.time.Instant;
import java.util.List;

/**
 * The answer to {@link Hello}.
 *
 * @param id the last event that {@code rooms} takes into account
 * @param name the visitor's name, as others see it
 * @param since when this chat began to count events: another value means another chat, whose ids start again
 * @param rooms all rooms
 */
public record Welcome(long id, String name, Instant since, List<RoomState> rooms) {}
