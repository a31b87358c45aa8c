package org.gotalk.jakarta.internal.websocket;

import java.util.Optional;

/**
 * Where a handshake was sent, as its peer sees it, and from where.
 *
 * @param host the header {@code Host}, or what a trusted proxy says it was; empty if there is none
 * @param scheme {@code http} or {@code https} where a trusted proxy says so
 * @param peer the address of the peer, for logs
 */
record HandshakeTarget(String host, Optional<String> scheme, String peer) {

    /** Whether a page comes from there. */
    boolean is(Origin page) {
        return page.isAt(host) && scheme.map(page.scheme()::equals).orElse(true);
    }
}
