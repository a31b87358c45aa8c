package org.gotalk;

import java.security.Principal;
import java.util.Optional;

/**
 * The other end of a connection, as known when it began, or since it {@linkplain Sock#identify signed in}.
 *
 * @param address the address or name of the peer, for logs; no proof of identity
 * @param identity the authenticated user: that of the WebSocket handshake, of the TLS certificate, or of the token that
 *     the peer has signed in with; empty for nobody
 * @param handshake the request that opened the WebSocket; {@link Handshake#NONE} for other connections
 */
public record Peer(String address, Optional<Identity> identity, Handshake handshake) {

    /** A peer with only an address. */
    public static Peer at(String address) {
        return new Peer(address, Optional.empty(), Handshake.NONE);
    }

    /** The same peer as this user. */
    public Peer withIdentity(Identity user) {
        return new Peer(address, Optional.of(user), handshake);
    }

    /** The authenticated user. */
    public Optional<Principal> principal() {
        return identity.map(Identity::principal);
    }

    /**
     * Whether the user has a role; false without a user. For users of a WebSocket handshake, only the roles of {@link
     * org.gotalk.spi.Application#roles()} are known. May be called on any thread.
     */
    public boolean isInRole(String role) {
        return identity.filter(user -> user.isInRole(role)).isPresent();
    }

    /** The first value of a query parameter of the address that the peer connected to. */
    public Optional<String> parameter(String name) {
        return handshake.parameter(name);
    }
}
