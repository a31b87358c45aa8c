package org.gotalk.net;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a peer is, or where peers are accepted.
 *
 * @param uri as it was given
 * @param scheme how it is reached
 * @param host name or number; empty for a Unix-domain socket
 * @param port from 0 on; 0 is for listening, at a port that is free
 * @param path of a Unix-domain socket; empty otherwise
 */
public record Address(URI uri, Scheme scheme, String host, int port, String path) {

    private static final int LARGEST_PORT = 65_535;

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException whose message says what would be right
     */
    public static Address of(URI uri) {
        Scheme scheme = scheme(uri);
        return switch (scheme) {
            case TCP, TLS -> hostAndPort(uri, scheme);
            case UNIX -> new Address(uri, scheme, "", 0, socketFile(uri));
            case WS, WSS -> webSocket(uri, scheme);
        };
    }

    /** Reads an address as {@link #of(URI)} does. */
    public static Address of(String text) {
        try {
            return of(URI.create(text));
        } catch (IllegalArgumentException e) {
            if (e.getCause() == null) {
                throw e;
            }
            throw new IllegalArgumentException("\"" + text + "\" is no address: " + e.getMessage(), e);
        }
    }

    /** The same with the port that was found. */
    URI withPort(int found) {
        try {
            return new URI(uri.getScheme(), null, uri.getHost(), found, null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an address stays one with another port", e);
        }
    }

    /** For a Unix-domain socket. */
    UnixDomainSocketAddress file() {
        return UnixDomainSocketAddress.of(path);
    }

    /** For TCP, where the host is looked up: that may block for seconds. */
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
        throw new IllegalArgumentException("\"" + uri + "\" begins with no scheme of ours: write tcp://host:port,"
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
                    + "\" must have no user name and no password: give a header Authorization, or a bearer token");
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
                throw new InvalidPathException(uri.toString(), "it names no file");
            }
            return Path.of(path).toString();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "\"" + uri + "\" must have the form unix:/path/of/the/socket: " + e.getReason(), e);
        }
    }

    /** IPv6 addresses without their brackets. */
    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
