package org.gotalk.demo.files;

/**
 * A file as everybody sees it.
 *
 * @param id what to ask for; cannot be guessed
 * @param name what its sender calls it, harmless as a file's name
 * @param type the media type that its sender claims; nobody has checked the content
 * @param size in bytes
 */
public record SharedFile(String id, String name, String type, long size) {}
