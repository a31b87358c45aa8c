package org.gotalk.redis.internal.link;

import io.lettuce.core.RedisURI;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;

/**
 * Where an engine is: {@code redis://user:password@host:port/database}, with TLS if it begins with {@code rediss}. Its
 * text has neither user nor password.
 */
public final class EngineAddress {

    private static final Set<String> SCHEMES = Set.of("redis", "rediss");
    private static final String FORM =
            "; the form is redis://user:password@host:port/database, or rediss:// for TLS, with %XX for special characters";

    private final RedisURI uri;
    private final String text;

    private EngineAddress(RedisURI uri, String text) {
        this.uri = uri;
        this.text = text;
    }

    /** Whether a text is such an address, perhaps a wrong one. */
    public static boolean isOne(String address) {
        int end = address.indexOf("://");
        return end > 0 && SCHEMES.contains(address.substring(0, end));
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is wrong; the message does not repeat it, since it may have a password
     */
    public static EngineAddress parse(String address) {
        URI parts = uri(address);
        if (!isOne(address) || parts.getHost() == null) {
            throw new IllegalArgumentException("the address of the engine has no host" + FORM);
        }
        if (parts.getQuery() != null || parts.getFragment() != null) {
            throw new IllegalArgumentException("the address of the engine ends with the database" + FORM);
        }
        int database = database(parts);
        RedisURI uri = RedisURI.create(parts);
        uri.setDatabase(database);
        String text = parts.getScheme() + "://" + uri.getHost() + ':' + uri.getPort() + '/' + uri.getDatabase();
        return new EngineAddress(uri, text);
    }

    @SuppressWarnings("UnusedException") // its message repeats the address
    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "the address of the engine cannot be read at index " + e.getIndex() + FORM);
        }
    }

    private static int database(URI parts) {
        String path = parts.getPath();
        if (path.isEmpty() || path.equals("/")) {
            return 0;
        }
        if (!path.matches("/[0-9]{1,5}")) {
            throw new IllegalArgumentException("the database of the engine is not a number" + FORM);
        }
        return Integer.parseInt(path.substring(1));
    }

    RedisURI uri(Duration timeout) {
        RedisURI copy = RedisURI.builder(uri).build();
        copy.setTimeout(timeout);
        return copy;
    }

    @Override
    public String toString() {
        return text;
    }
}
