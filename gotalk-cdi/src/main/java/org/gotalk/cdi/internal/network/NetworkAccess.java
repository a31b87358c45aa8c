package org.gotalk.cdi.internal.network;

import java.util.Set;
import org.gotalk.net.Network;
import org.gotalk.net.ReconnectingSock;
import org.jspecify.annotations.Nullable;

/** The network of the application, available once the application has started. */
public final class NetworkAccess {

    private final Set<String> remotes;
    private volatile @Nullable Network network;

    NetworkAccess(Set<String> remotes) {
        this.remotes = remotes;
    }

    /** The names of the remote peers. */
    public Set<String> remotes() {
        return remotes;
    }

    /** Makes the network available. */
    public void start(Network newNetwork) {
        network = newNetwork;
    }

    boolean hasStarted() {
        return network != null;
    }

    /**
     * The network.
     *
     * @param user what needs it, for the message
     */
    Network network(String user) {
        Network started = network;
        if (started == null) {
            throw new IllegalStateException(user + " cannot be used before the application has started,"
                    + " which is after the observers of @Initialized and Startup");
        }
        return started;
    }

    ReconnectingSock remote(String name) {
        return network("the remote peer \"" + name + "\"").remote(name);
    }
}
