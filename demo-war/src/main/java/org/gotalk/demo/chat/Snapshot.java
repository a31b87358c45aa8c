package org.gotalk.demo.chat;

import java.util.List;

/**
 * A room at one moment: the answer to {@code chat/join}. Events with a greater id come after it, others are part of it.
 *
 * @param id the last event that is part of it
 * @param room the room's name, as its creator wrote it
 * @param people who is here, first come first
 * @param messages the last ones, oldest first
 */
public record Snapshot(long id, String room, List<String> people, List<Message> messages) {}
