package org.gotalk.cdi.internal.network;

import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.cdi.internal.scope.ForwardingSock;
import org.gotalk.net.ConnectionState;
import org.gotalk.net.ReconnectingSock;

/** The injected Sock of a {@link org.gotalk.cdi.Remote} peer; unusable before the application has started. */
final class RemoteSock extends ForwardingSock implements ReconnectingSock {

    private final String name;
    private final NetworkAccess network;

    RemoteSock(String name, NetworkAccess network) {
        this.name = name;
        this.network = network;
    }

    @Override
    protected ReconnectingSock current() {
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
