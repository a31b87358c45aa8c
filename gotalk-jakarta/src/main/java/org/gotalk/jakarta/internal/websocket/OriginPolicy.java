package org.gotalk.jakarta.internal.websocket;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which pages may connect. Browsers send the origin of the page that opens a WebSocket, and the server must check it;
 * other clients send no origin and are not restricted.
 */
public final class OriginPolicy {

    private static final String ANY = "*";

    private final boolean any;
    private final Set<Origin> listed;

    private OriginPolicy(boolean any, Set<Origin> listed) {
        this.any = any;
        this.listed = listed;
    }

    /**
     * Parses a list, separated by commas: exact origins, or {@code *} for all. An empty list means the origin that the
     * request itself is sent to. Any other list must include the server's own origin, which also protects against
     * foreign host names that resolve to this server.
     *
     * @throws IllegalArgumentException if an entry is not an origin; the message says what is expected
     */
    public static OriginPolicy parse(String list) {
        Set<String> entries = Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new OriginPolicy(
                entries.contains(ANY),
                entries.stream()
                        .filter(entry -> !entry.equals(ANY))
                        .map(OriginPolicy::origin)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Origin origin(String text) {
        return Origin.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a list of origins, such as https://example.org, http://localhost:8080, or *: invalid entry \""
                                + text + "\""));
    }

    /**
     * Whether a handshake is permitted.
     *
     * @param origin its header {@code Origin}, if it has one
     * @param host its header {@code Host}
     */
    boolean permits(Optional<String> origin, String host) {
        return any
                || origin.isEmpty()
                || Origin.parse(origin.get())
                        .filter(page -> listed.isEmpty() ? page.isAt(host) : listed.contains(page))
                        .isPresent();
    }
}
