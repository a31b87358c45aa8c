package org.gotalk.jakarta.internal.config;

import java.util.function.Function;

/**
 * How the values of one type are written.
 *
 * @param type type and range, for documents
 * @param isSecret whether values are kept out of messages
 * @param parse value of a text; the message of its {@link IllegalArgumentException} says what would be right
 * @param write text of a value; empty for none
 */
record Format<T>(String type, boolean isSecret, Function<String, T> parse, Function<T, String> write) {}
