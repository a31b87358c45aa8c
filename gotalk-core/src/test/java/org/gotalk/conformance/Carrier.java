package org.gotalk.conformance;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What carries the bytes of a Java peer without a container. */
public enum Carrier {
    PIPE("pipe"),
    TCP("TCP"),
    UNIX("Unix"),
    TLS("TLS"),
    STREAMS("streams"),
    WEBSOCKET("WebSocket");

    private final String title;

    Carrier(String title) {
        this.title = title;
    }

    /** The head of its column. */
    public String title() {
        return title;
    }

    /** What a Java peer can be at its end; WebSockets are accepted by containers alone. */
    public Set<Role> roles() {
        return this == WEBSOCKET ? EnumSet.of(Role.CLIENT) : EnumSet.allOf(Role.class);
    }

    /** Those that a word in {@code rules.txt} stands for. */
    static Set<Carrier> named(String word) {
        return switch (word) {
            case "any" -> EnumSet.allOf(Carrier.class);
            case "bytes" -> EnumSet.complementOf(EnumSet.of(WEBSOCKET));
            default -> EnumSet.of(valueOf(word.toUpperCase(Locale.ROOT)));
        };
    }
}
