package org.gotalk.net;

import java.util.Set;
import org.gotalk.spi.Application;

/**
 * An application that also connects to peers. Its container calls these methods in the order declared, after {@link
 * #handlers()}, before it accepts connections.
 */
public interface NetworkApplication extends Application {

    /** The names of the peers to connect to. The container's configuration has their addresses. */
    Set<String> remotes();

    /** The application may use the network from now on. Connections to {@link #remotes()} are being made. */
    void start(Network network);
}
