package org.gotalk.jakarta.internal.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.gotalk.net.Address;

/**
 * The format of a list of paths or addresses with their handler sets: {@code /admin=admin, /public=public}.
 *
 * @param isPlace whether a path or address is valid
 * @param needsSet whether each one must have a handler set; otherwise the default set is allowed
 * @param expected the expected format, for messages
 */
record HandlerSetList(Predicate<String> isPlace, boolean needsSet, String expected) {

    static final HandlerSetList ENDPOINTS = new HandlerSetList(
            Formats::isPath, true, "a list of paths with handler sets, such as /admin=admin, /public=public");

    static final HandlerSetList LISTEN = new HandlerSetList(
            HandlerSetList::canBeListenedAt,
            false,
            "a list of addresses, such as tcp://0.0.0.0:4001, tls://0.0.0.0:4433=admin or unix:/run/gotalk.sock");

    /**
     * Returns the handler set of each path or address, empty for the default set, in the order of the text.
     *
     * @throws IllegalArgumentException if the text is invalid; the message says what is expected
     */
    Map<String, String> parse(String text) {
        Map<String, String> setByPlace = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            if (!entry.isBlank()) {
                add(setByPlace, entry.strip());
            }
        }
        return Collections.unmodifiableMap(setByPlace);
    }

    private void add(Map<String, String> setByPlace, String entry) {
        int sign = entry.lastIndexOf('=');
        String place = sign < 0 ? entry : entry.substring(0, sign).strip();
        String set = sign < 0 ? "" : entry.substring(sign + 1).strip();
        if (!isPlace.test(place) || (set.isEmpty() && (needsSet || sign >= 0))) {
            throw new IllegalArgumentException(expected + ": invalid entry \"" + entry + "\"");
        }
        if (setByPlace.put(place, set) != null) {
            throw new IllegalArgumentException("a list without duplicates: \"" + place + "\" appears twice");
        }
    }

    private static boolean canBeListenedAt(String address) {
        try {
            return !Address.of(address).scheme().isWebSocket();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
