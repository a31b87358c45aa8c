package org.gotalk.net;

import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.gotalk.Handlers;

/**
 * How connections are accepted. Immutable; each method answers a copy with one thing changed.
 *
 * @param handlers what peers are offered; empty, as by default, for what the {@link Gotalk} serves
 * @param tls who this side is, and whom it trusts, at {@code tls:} addresses; there it has to be given
 * @param maxConnections connections at once; further ones wait with the network until one ends; 65,536 by default
 * @param backlog connections that may wait with the network, as far as the system allows; 1,024 by default
 * @param permissions of the file of a Unix-domain socket, on file systems that know them; by default only its owner may
 *     read and write, that is connect
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

    /** As said of each component. */
    public static ListenOptions defaults() {
        return DEFAULTS;
    }

    /** With something to offer to these peers alone. */
    public ListenOptions handlers(Handlers newHandlers) {
        return new ListenOptions(Optional.of(newHandlers), tls, maxConnections, backlog, permissions);
    }

    /** With an identity, which every {@code tls:} address needs. */
    public ListenOptions tls(Tls newTls) {
        return new ListenOptions(handlers, newTls, maxConnections, backlog, permissions);
    }

    /** With another bound for connections. */
    public ListenOptions maxConnections(int newMax) {
        return new ListenOptions(handlers, tls, newMax, backlog, permissions);
    }

    /** With another length of the network's queue. */
    public ListenOptions backlog(int newBacklog) {
        return new ListenOptions(handlers, tls, maxConnections, newBacklog, permissions);
    }

    /** With other permissions. */
    public ListenOptions permissions(Set<PosixFilePermission> newPermissions) {
        return new ListenOptions(handlers, tls, maxConnections, backlog, newPermissions);
    }
}
