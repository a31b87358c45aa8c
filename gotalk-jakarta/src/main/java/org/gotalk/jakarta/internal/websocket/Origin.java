package org.gotalk.jakarta.internal.websocket;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gotalk.internal.transport.HostAndPort;

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
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9+.-]*)://([^/]+)");

    /** Parses an origin; empty if the text is not exactly a scheme, a host and optionally a port. */
    static Optional<Origin> parse(String text) {
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? HostAndPort.parse(matcher.group(2)).map(authority -> of(matcher.group(1), authority))
                : Optional.empty();
    }

    private static Origin of(String scheme, HostAndPort authority) {
        int port = authority.port() < 0 ? defaultPort(scheme) : authority.port();
        return new Origin(scheme, authority.host(), port);
    }

    /** Whether it is a subdomain of a domain, at any depth, with the same scheme and port. */
    boolean isBelow(Origin domain) {
        return scheme.equals(domain.scheme) && port == domain.port && host.endsWith("." + domain.host);
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
