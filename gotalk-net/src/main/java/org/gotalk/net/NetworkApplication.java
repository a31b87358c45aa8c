package org.gotalk.net;

import java.util.Set;
import org.gotalk.spi.Application;

/**
 * An application that does not only wait for peers, but reaches some by itself. A container that runs it gives it the
 * means: the calls come in the order in which they stand here, after {@link #handlers()}, before anybody is served.
 */
public interface NetworkApplication extends Application {

    /** The names of the peers that it needs a connection to. Where they are is up to the container's configuration. */
    Set<String> remotes();

    /** From here on it may reach peers. The connections to {@link #remotes()} are being made. */
    void start(Network network);
}
