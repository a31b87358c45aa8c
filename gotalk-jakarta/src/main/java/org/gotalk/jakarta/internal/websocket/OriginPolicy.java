package org.gotalk.jakarta.internal.websocket;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which pages may connect. Browsers send the origin of the page that opens a WebSocket, and the server must check it;
 * other clients send no origin and are not restricted.
 */
public final class OriginPolicy {

    private static final String ANY = "*";
    private static final Pattern WILDCARD = Pattern.compile("(?i)([a-z][a-z0-9+.-]*://)\\*\\.([^/]+)");

    private final boolean any;
    private final Set<Origin> listed;
    private final Set<Origin> domains; // whose subdomains are listed

    private OriginPolicy(boolean any, Set<Origin> listed, Set<Origin> domains) {
        this.any = any;
        this.listed = Set.copyOf(listed);
        this.domains = Set.copyOf(domains);
    }

    /**
     * Parses a list, separated by commas: exact origins, {@code https://*.example.org} for all subdomains, or {@code *}
     * for all. An empty list means the origin that the request itself is sent to. Any other list must include the
     * server's own origin, which also protects against foreign host names that resolve to this server.
     *
     * @throws IllegalArgumentException if an entry is not an origin; the message says what is expected
     */
    public static OriginPolicy parse(String list) {
        boolean any = false;
        Set<Origin> listed = new HashSet<>();
        Set<Origin> domains = new HashSet<>();
        for (String entry : list.split(",", -1)) {
            String text = entry.strip();
            if (text.equals(ANY)) {
                any = true;
            } else if (WILDCARD.matcher(text).matches()) {
                domains.add(origin(WILDCARD.matcher(text).replaceFirst("$1$2"), text));
            } else if (!text.isEmpty()) {
                listed.add(origin(text, text));
            }
        }
        return new OriginPolicy(any, listed, domains);
    }

    private static Origin origin(String text, String entry) {
        return Origin.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("a list of origins, such as https://example.org,"
                        + " https://*.example.org, http://localhost:8080, or *: invalid entry \"" + entry + "\""));
    }

    /**
     * Whether a request is permitted.
     *
     * @param origin its header {@code Origin}, if it has one
     * @param target where it was sent
     */
    boolean permits(Optional<String> origin, HandshakeTarget target) {
        return any
                || origin.isEmpty()
                || Origin.parse(origin.get())
                        .filter(page -> permits(page, target))
                        .isPresent();
    }

    private boolean permits(Origin page, HandshakeTarget target) {
        boolean isDefault = listed.isEmpty() && domains.isEmpty();
        return isDefault
                ? target.is(page)
                : listed.contains(page) || domains.stream().anyMatch(page::isBelow);
    }
}
