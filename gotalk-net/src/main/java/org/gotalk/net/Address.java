package org.gotalk.net;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The address of a peer or a listener.
 *
 * @param uri the URI as given
 * @param scheme the scheme
 * @param host a host name or IP address; empty for a Unix-domain socket
 * @param port the port; 0 listens on a free port
 * @param path the file of a Unix-domain socket; empty otherwise
 */
public record Address(URI uri, Scheme scheme, String host, int port, String path) {

    private static final int LARGEST_PORT = 65_535;

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
            throw new IllegalArgumentException("\"" + text + "\" is not an address: " + e.getMessage(), e);
        }
    }

    /** The URI with the port that the listener got. */
    URI withPort(int found) {
        try {
            return new URI(uri.getScheme(), null, uri.getHost(), found, null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("invalid address after a change of the port", e);
        }
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
        boolean hasMore = uri.getUserInfo() != null
                || (uri.getPath() != null && !uri.getPath().isEmpty())
                || uri.getQuery() != null
                || uri.getFragment() != null;
        if (uri.getHost() == null || uri.getPort() < 0 || uri.getPort() > LARGEST_PORT || hasMore) {
            throw new IllegalArgumentException("\"" + uri + "\" must have the form " + form + ", with a port from 0 to "
                    + LARGEST_PORT + " and nothing else");
        }
        return new Address(uri, scheme, host(uri), uri.getPort(), "");
    }

    private static Address webSocket(URI uri, Scheme scheme) {
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("\"" + scheme.name().toLowerCase(Locale.ROOT) + "://…@" + uri.getHost()
                    + "\" must not have a user name or password: use a header Authorization or a bearer token");
        }
        if (uri.getHost() == null || uri.getFragment() != null) {
            throw new IllegalArgumentException("\"" + uri + "\" must have the form "
                    + scheme.name().toLowerCase(Locale.ROOT) + "://host:port/path, without a fragment");
        }
        int port = uri.getPort() < 0 ? scheme.defaultPort() : uri.getPort();
        return new Address(uri, scheme, host(uri), port, "");
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

    /** The host; an IPv6 address without brackets. */
    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
