package org.gotalk.test;

import java.util.Optional;
import java.util.function.Supplier;
import org.gotalk.Handlers;
import org.gotalk.Handshake;
import org.gotalk.Identity;
import org.gotalk.Peer;
import org.gotalk.test.internal.InMemoryServer;
import org.gotalk.test.internal.MemoryConnection;

/** Builds a peer of a {@link TestServer}: who it is, as the server sees it, and what it serves. */
public final class PeerBuilder {

    private final Supplier<InMemoryServer> server;
    private Peer peer = Peer.at("client");
    private Handlers handlers = Handlers.create();
    private Optional<String> set = Optional.empty();

    PeerBuilder(Supplier<InMemoryServer> server) {
        this.server = server;
    }

    /** Signs the peer in, as if it had done so before the connection began. */
    public PeerBuilder as(String user, String... roles) {
        return as(Identity.of(user, roles));
    }

    /** As {@link #as(String, String...)}. */
    public PeerBuilder as(Identity user) {
        peer = peer.withIdentity(user);
        return this;
    }

    /** Sets the address that the server logs; {@code client} by default. */
    public PeerBuilder at(String address) {
        peer = new Peer(address, peer.identity(), peer.handshake());
        return this;
    }

    /** Sets what the server keeps of the request that opened the WebSocket: parameters, cookies, and so on. */
    public PeerBuilder handshake(Handshake handshake) {
        peer = new Peer(peer.address(), peer.identity(), handshake);
        return this;
    }

    /** Sets what the peer serves when the server asks it; nothing by default. */
    public PeerBuilder serving(Handlers newHandlers) {
        handlers = newHandlers;
        return this;
    }

    /** Connects to a named set of handlers, as a peer of an endpoint with that set; to the default one otherwise. */
    public PeerBuilder to(String handlerSet) {
        set = Optional.of(handlerSet);
        return this;
    }

    /**
     * Connects. Returns once the application has been told of the connection; its observers may still run if they wait for
     * something.
     */
    public TestPeer connect() {
        InMemoryServer running = server.get();
        MemoryConnection connection = running.accept(peer, set);
        return new TestPeer(running.open(connection, handlers), connection);
    }

    /** Connects a peer that speaks bytes. */
    public RawPeer raw() {
        return new RawPeer(server.get().accept(peer, set));
    }
}
