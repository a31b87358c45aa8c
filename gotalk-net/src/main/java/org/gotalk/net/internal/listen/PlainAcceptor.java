package org.gotalk.net.internal.listen;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Peer;
import org.gotalk.internal.engine.Engine;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.net.internal.socket.PeerAddress;

/** Begins conversations over TCP without TLS, and over Unix-domain sockets. */
public final class PlainAcceptor implements PeerAcceptor {

    private final Engine engine;
    private final Threads threads;
    private final Handlers handlers;

    public PlainAcceptor(Engine engine, Threads threads, Handlers handlers) {
        this.engine = engine;
        this.threads = threads;
        this.handlers = handlers;
    }

    @Override
    public CompletionStage<CloseReason> accept(SocketChannel channel) throws IOException {
        Peer peer = Peer.at(PeerAddress.of(channel, "tcp"));
        return engine.connect(threads.sockets().adopt(channel), peer, handlers).closed();
    }
}
