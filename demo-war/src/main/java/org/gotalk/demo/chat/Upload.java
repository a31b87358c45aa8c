package org.gotalk.demo.chat;

import org.jspecify.annotations.Nullable;

/**
 * What a file will be: the first part of {@code file/upload}, before the content.
 *
 * @param room where it is to be shown
 * @param name what its sender calls it
 * @param type its media type, as the sender's browser guesses
 * @param size how many bytes follow
 * @param ref a mark of the sender's own making, as in {@link Say}
 */
public record Upload(
        @Nullable String room,
        @Nullable String name,
        @Nullable String type,
        long size,
        @Nullable String ref) {}
