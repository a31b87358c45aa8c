package org.gotalk.net;

import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.gotalk.Handlers;

/**
 * Options of a listener. Immutable; each method returns a changed copy.
 *
 * @param handlers the handlers that serve the peers; empty, as by default, for those of the {@link Gotalk}
 * @param tls identity and trust at {@code tls:} addresses, where an identity is required
 * @param maxConnections maximum number of connections; further ones stay in the network's backlog until one closes;
 *     65,536 by default
 * @param backlog maximum number of connections in the network's backlog, as far as the system allows; 1,024 by default
 * @param permissions permissions of the file of a Unix-domain socket, on file systems that support them; by default
 *     only its owner may read and write, which allows to connect
 */
public record ListenOptions(
        Optional<Handlers> handlers, Tls tls, int maxConnections, int backlog, Set<PosixFilePermission> permissions) {

    private static final ListenOptions DEFAULTS = new ListenOptions(
            Optional.empty(),
            Tls.defaults(),
            65_536,
            1024,
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    public ListenOptions {
        permissions = Set.copyOf(permissions);
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections is " + maxConnections + ", but must be at least 1");
        }
        if (backlog < 1) {
            throw new IllegalArgumentException("backlog is " + backlog + ", but must be at least 1");
        }
    }

    /** The defaults of all components. */
    public static ListenOptions defaults() {
        return DEFAULTS;
    }

    /** Sets the handlers for these peers. */
    public ListenOptions handlers(Handlers newHandlers) {
        return new ListenOptions(Optional.of(newHandlers), tls, maxConnections, backlog, permissions);
    }

    /** Sets identity and trust; required for {@code tls:} addresses. */
    public ListenOptions tls(Tls newTls) {
        return new ListenOptions(handlers, newTls, maxConnections, backlog, permissions);
    }

    /** Sets the maximum number of connections. */
    public ListenOptions maxConnections(int newMax) {
        return new ListenOptions(handlers, tls, newMax, backlog, permissions);
    }

    /** Sets the length of the network's backlog. */
    public ListenOptions backlog(int newBacklog) {
        return new ListenOptions(handlers, tls, maxConnections, newBacklog, permissions);
    }

    /** Sets the permissions of the socket file. */
    public ListenOptions permissions(Set<PosixFilePermission> newPermissions) {
        return new ListenOptions(handlers, tls, maxConnections, backlog, newPermissions);
    }
}
