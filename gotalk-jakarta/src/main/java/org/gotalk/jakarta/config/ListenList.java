package org.gotalk.jakarta.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gotalk.net.Address;

/** How addresses to listen at are written: {@code tcp://0.0.0.0:4001, unix:/run/x.sock=admin}. */
final class ListenList {

    private ListenList() {}

    /**
     * The handler set of each address, empty for the default one, in the order in which they are written.
     *
     * @throws IllegalArgumentException whose message says what would be right
     */
    static Map<String, String> parse(String text) {
        Map<String, String> setByAddress = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            if (!entry.isBlank()) {
                add(setByAddress, entry.strip());
            }
        }
        return Collections.unmodifiableMap(setByAddress);
    }

    private static void add(Map<String, String> setByAddress, String entry) {
        int sign = entry.lastIndexOf('=');
        String address = sign < 0 ? entry : entry.substring(0, sign).strip();
        String set = sign < 0 ? "" : entry.substring(sign + 1).strip();
        if (!canBeListenedAt(address) || (sign >= 0 && set.isEmpty())) {
            throw new IllegalArgumentException("addresses separated by commas, such as tcp://0.0.0.0:4001,"
                    + " tls://0.0.0.0:4433 or unix:/run/gotalk.sock, each followed by =name for a handler set other than"
                    + " the default one; \"" + entry + "\" is none");
        }
        if (setByAddress.put(address, set) != null) {
            throw new IllegalArgumentException(
                    "a list in which each address is there once; \"" + address + "\" is there twice");
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
