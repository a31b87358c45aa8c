package org.gotalk.demo.chat;

import org.gotalk.demo.files.SharedFile;

/**
 * How far a file has come that somebody sends: notification {@code chat/uploading}, now and then. Not part of the history.
 *
 * @param room where it will be shown
 * @param who its sender
 * @param file what it will be
 * @param received how many have come
 * @param ref the sender's mark, which the message with the file will have
 * @param over whether nothing more comes: the message is there, or the file was given up
 */
public record Uploading(String room, String who, SharedFile file, long received, String ref, boolean over) {}
