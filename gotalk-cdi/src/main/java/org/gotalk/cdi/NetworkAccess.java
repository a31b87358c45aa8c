package org.gotalk.cdi;

import java.util.Set;
import org.gotalk.net.Network;
import org.gotalk.net.ReconnectingSock;
import org.jspecify.annotations.Nullable;

/** The network that the application reaches peers through, once it has been given one. */
final class NetworkAccess {

    private final Set<String> remotes;
    private volatile @Nullable Network network;

    NetworkAccess(Set<String> remotes) {
        this.remotes = remotes;
    }

    Set<String> remotes() {
        return remotes;
    }

    void start(Network newNetwork) {
        network = newNetwork;
    }

    boolean hasStarted() {
        return network != null;
    }

    /**
     * The network.
     *
     * @param user what cannot do without
     */
    Network network(String user) {
        Network started = network;
        if (started == null) {
            throw new IllegalStateException(user + " cannot be used yet: gotalk-jakarta connects to peers when the web"
                    + " application has started, which is after its observers of @Initialized and of Startup");
        }
        return started;
    }

    ReconnectingSock remote(String name) {
        return network("the remote peer \"" + name + "\"").remote(name);
    }
}
