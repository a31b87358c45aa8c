package org.gotalk.demo.chat;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.gotalk.demo.files.SharedFile;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said: notification {@code chat/message}, and an entry of a room's history.
 *
 * @param id its place in the order of all events of the chat
 * @param room where
 * @param from who
 * @param text what; empty for a file
 * @param file what is shown, where it is not just said; it may not be kept any more
 * @param ref the sender's own mark of this message, see {@link Say}; empty if there is none
 * @param time when, by the server's clock
 */
@JsonbPropertyOrder({"id", "room", "from", "text", "file", "time", "ref"}) // for those who read the wire
public record Message(
        long id,
        String room,
        String from,
        String text,
        @Nullable SharedFile file,
        String ref,
        Instant time) {}
