package org.gotalk.jakarta.internal.websocket;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.jakarta.internal.signin.SignIn;

/**
 * The peer of a handshake.
 *
 * @param peer the peer, for the application
 * @param context runs tasks with the identity of the peer's user; empty for a peer without user
 * @param signIn the session that ends the connection; empty for a peer without user
 * @param prepare told of the connection before it is used
 */
record HandshakePeer(Peer peer, Optional<Executor> context, Optional<SignIn> signIn, Consumer<? super Sock> prepare) {}
