package org.gotalk.jakarta.internal.config;

import java.util.function.Function;

/**
 * The text format of a type of values.
 *
 * @param type type and range, for documents
 * @param isSecret whether values must not appear in messages
 * @param parse parses a text; the message of its {@link IllegalArgumentException} says what is expected
 * @param write formats a value; empty for no value
 */
record Format<T>(String type, boolean isSecret, Function<String, T> parse, Function<T, String> write) {}
