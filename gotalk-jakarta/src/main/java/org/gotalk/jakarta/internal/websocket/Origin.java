package org.gotalk.jakarta.internal.websocket;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The origin of a page, as in the header {@code Origin}.
 *
 * @param scheme in lower case
 * @param host in lower case; an IPv6 address in brackets
 * @param port the port; by default that of the scheme
 */
record Origin(String scheme, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Parses an origin; empty if the text is not exactly a scheme, a host and optionally a port. */
    static Optional<Origin> parse(String text) {
        try {
            URI uri = URI.create(text.toLowerCase(Locale.ROOT));
            String scheme = uri.getScheme();
            String host = uri.getHost();
            if (scheme == null || host == null || !text.equalsIgnoreCase(scheme + "://" + uri.getRawAuthority())) {
                return Optional.empty();
            }
            return Optional.of(new Origin(scheme, host, uri.getPort() < 0 ? defaultPort(scheme) : uri.getPort()))
                    .filter(origin -> uri.getRawUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a header {@code Host} has this origin's host and port. Without a port, it has the default of this scheme.
     */
    boolean isAt(String hostHeader) {
        return parse(scheme + "://" + hostHeader).equals(Optional.of(this));
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http" -> HTTP;
            case "https" -> HTTPS;
            default -> -1;
        };
    }
}
