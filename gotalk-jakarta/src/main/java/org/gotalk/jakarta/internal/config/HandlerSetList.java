package org.gotalk.jakarta.internal.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.gotalk.net.Address;

/**
 * How places are written that serve handler sets: {@code /admin=admin, /public=public}.
 *
 * @param isPlace whether something can be served there
 * @param needsSet whether each place has the name of its handler set, so that none serves the default one
 * @param expected what a list must be, for messages
 */
record HandlerSetList(Predicate<String> isPlace, boolean needsSet, String expected) {

    static final HandlerSetList ENDPOINTS = new HandlerSetList(
            Formats::isPath, true, "a list of paths with handler sets, such as /admin=admin, /public=public");

    static final HandlerSetList LISTEN = new HandlerSetList(
            HandlerSetList::canBeListenedAt,
            false,
            "a list of addresses, such as tcp://0.0.0.0:4001, tls://0.0.0.0:4433=admin or unix:/run/gotalk.sock");

    /**
     * The handler set of each place, empty for the default one, in the order in which they are written.
     *
     * @throws IllegalArgumentException whose message says what would be right
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
