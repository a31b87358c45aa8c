package org.gotalk.demo.chat;

import org.jspecify.annotations.Nullable;

/**
 * A message to a room: {@code chat/say}.
 *
 * @param room where
 * @param text what
 * @param ref a mark of the sender's own making; may be left out. Saying the same {@code ref} again is answered with the
 *     message that is there already: a sender who lost the connection before the answer came may safely repeat
 */
public record Say(
        @Nullable String room,
        @Nullable String text,
        @Nullable String ref) {}
