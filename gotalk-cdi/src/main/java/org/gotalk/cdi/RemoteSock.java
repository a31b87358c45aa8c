package org.gotalk.cdi;

import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.net.ConnectionState;
import org.gotalk.net.ReconnectingSock;

/** What is injected for a {@link Remote} peer. It is there before the application has started, to say so. */
final class RemoteSock extends ForwardingSock implements ReconnectingSock {

    private final String name;
    private final NetworkAccess network;

    RemoteSock(String name, NetworkAccess network) {
        this.name = name;
        this.network = network;
    }

    @Override
    ReconnectingSock current() {
        return network.remote(name);
    }

    @Override
    public ConnectionState state() {
        return current().state();
    }

    @Override
    public CompletionStage<Sock> connection() {
        return current().connection();
    }

    @Override
    public String toString() {
        return name + (network.hasStarted() ? ": " + current() : ": not started");
    }
}
