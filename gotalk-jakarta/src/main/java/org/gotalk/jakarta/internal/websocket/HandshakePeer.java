package org.gotalk.jakarta.internal.websocket;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.gotalk.Peer;
import org.gotalk.jakarta.internal.signin.SignIn;

/**
 * Who made a handshake.
 *
 * @param peer what the application may know
 * @param context runs tasks with the identity of the peer's user; none for a peer that did not sign in
 * @param signIn the session that ends the connection; none for a peer that did not sign in
 */
record HandshakePeer(Peer peer, Optional<Executor> context, Optional<SignIn> signIn) {}
