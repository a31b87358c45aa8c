package org.gotalk.internal.transport;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authority of an address without a user: a host and maybe a port. Hosts may have underscores, as Docker and Compose
 * name them, which {@link java.net.URI} takes for no host.
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port -1 if there is none
 */
public record HostAndPort(String host, int port) {

    private static final int LARGEST_PORT = 65_535;
    private static final Pattern AUTHORITY = Pattern.compile(
            "([A-Za-z0-9_~][A-Za-z0-9._~-]*|\\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9._~-]+)?])(?::([0-9]{1,5}))?");

    /** The parts of an authority; empty if it is invalid, or has a user. */
    public static Optional<HostAndPort> parse(String authority) {
        Matcher matcher = AUTHORITY.matcher(authority);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
        return port > LARGEST_PORT ? Optional.empty() : Optional.of(new HostAndPort(matcher.group(1), port));
    }

    /** The host; an IPv6 address without brackets. */
    public String plainHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return port < 0 ? host : host + ":" + port;
    }
}
