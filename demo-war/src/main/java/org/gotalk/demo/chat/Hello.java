package org.gotalk.demo.chat;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor says first: {@code chat/hello}.
 *
 * @param name what others shall see
 * @param key a secret of the visitor's own making. Who comes back with it over a new connection, before the old one was
 *     found to be dead, ends the old one: a name is not "taken" by the ghost of its owner
 */
public record Hello(@Nullable String name, @Nullable String key) {}
