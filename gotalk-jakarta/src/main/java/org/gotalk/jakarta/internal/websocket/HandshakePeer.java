package org.gotalk.jakarta.internal.websocket;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.gotalk.Peer;

/**
 * Who made a handshake.
 *
 * @param peer what the application may know
 * @param context runs tasks with the identity of the peer's user; none for a peer that did not sign in
 */
record HandshakePeer(Peer peer, Optional<Executor> context) {}
