package org.gotalk.net;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gotalk.internal.transport.HostAndPort;

/**
 * The address of a peer or a listener. Hosts may have underscores, as Docker names them; {@link URI#getHost()} is null
 * then.
 *
 * @param uri the URI as given
 * @param scheme the scheme
 * @param host a host name or IP address; empty for a Unix-domain socket
 * @param port the port; 0 listens on a free port
 * @param path the file of a Unix-domain socket; empty otherwise
 */
public record Address(URI uri, Scheme scheme, String host, int port, String path) {

    private static final int LARGEST_PORT = 65_535;
    private static final Pattern USER = Pattern.compile("^([^/?#]*//)[^/?#]*@");

    /**
     * Parses an address.
     *
     * @throws IllegalArgumentException if it is invalid; the message says what is expected
     */
    public static Address of(URI uri) {
        Scheme scheme = scheme(uri);
        return switch (scheme) {
            case TCP, TLS -> hostAndPort(uri, scheme);
            case UNIX -> new Address(uri, scheme, "", 0, socketFile(uri));
            case WS, WSS -> webSocket(uri, scheme);
        };
    }

    /** Parses an address as {@link #of(URI)} does. */
    public static Address of(String text) {
        try {
            return of(URI.create(text));
        } catch (IllegalArgumentException e) {
            if (e.getCause() == null) {
                throw e;
            }
            String shown = USER.matcher(text).replaceFirst("$1…@");
            throw new IllegalArgumentException(
                    "\"" + shown + "\" is not an address" + (shown.equals(text) ? ": " + e.getMessage() : ""), e);
        }
    }

    /** The URI with the port that the listener got. */
    URI withPort(int found) {
        return URI.create(uri.getScheme() + "://" + authority(uri).orElseThrow().host() + ":" + found);
    }

    /** Host and port for the header {@code Host}: without the scheme's own port. */
    String hostHeader() {
        HostAndPort written = authority(uri).orElseThrow();
        return written.port() == scheme.defaultPort() ? written.host() : written.toString();
    }

    /** The socket address of a Unix-domain socket. */
    UnixDomainSocketAddress file() {
        return UnixDomainSocketAddress.of(path);
    }

    /** The socket address for TCP. Looks up the host, which may block for seconds. */
    InetSocketAddress resolved() {
        return new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static Scheme scheme(URI uri) {
        String name = uri.getScheme();
        for (Scheme scheme : Scheme.values()) {
            if (scheme.name().equalsIgnoreCase(name)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("\"" + uri + "\" has an unknown scheme: use tcp://host:port,"
                + " tls://host:port, unix:/path, ws://host/path or wss://host/path");
    }

    private static Address hostAndPort(URI uri, Scheme scheme) {
        String form = scheme.name().toLowerCase(Locale.ROOT) + "://host:port";
        checkNoUser(uri, "a client certificate");
        Optional<HostAndPort> parts = authority(uri);
        boolean hasMore = (uri.getPath() != null && !uri.getPath().isEmpty())
                || uri.getQuery() != null
                || uri.getFragment() != null;
        if (parts.isEmpty() || parts.get().port() < 0 || hasMore) {
            throw new IllegalArgumentException("\"" + uri + "\" must have the form " + form + ", with a port from 0 to "
                    + LARGEST_PORT + " and nothing else");
        }
        return new Address(uri, scheme, parts.get().plainHost(), parts.get().port(), "");
    }

    private static Address webSocket(URI uri, Scheme scheme) {
        checkNoUser(uri, "a header Authorization or a bearer token");
        Optional<HostAndPort> parts = authority(uri);
        if (parts.isEmpty() || uri.getFragment() != null) {
            throw new IllegalArgumentException("\"" + uri + "\" must have the form "
                    + scheme.name().toLowerCase(Locale.ROOT) + "://host:port/path, without a fragment");
        }
        int port = parts.get().port() < 0 ? scheme.defaultPort() : parts.get().port();
        return new Address(uri, scheme, parts.get().plainHost(), port, "");
    }

    /** Addresses appear in logs, so they are no place for secrets. */
    private static void checkNoUser(URI uri, String instead) {
        String authority = uri.getRawAuthority();
        int at = authority == null ? -1 : authority.lastIndexOf('@');
        if (at >= 0) {
            throw new IllegalArgumentException("\"" + uri.getScheme() + "://…@" + authority.substring(at + 1)
                    + "\" must not have a user name or password: use " + instead);
        }
    }

    private static Optional<HostAndPort> authority(URI uri) {
        return Optional.ofNullable(uri.getRawAuthority()).flatMap(HostAndPort::parse);
    }

    private static String socketFile(URI uri) {
        String path = uri.isOpaque() ? uri.getSchemeSpecificPart() : uri.getPath();
        try {
            if (path == null || path.isEmpty() || uri.getAuthority() != null) {
                throw new InvalidPathException(uri.toString(), "no file name");
            }
            return Path.of(path).toString();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "\"" + uri + "\" must have the form unix:/path/of/the/socket: " + e.getReason(), e);
        }
    }
}
