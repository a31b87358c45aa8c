package org.gotalk.net;

/** What a container provides to a {@link NetworkApplication} to reach peers, on the container's threads. */
public interface Network {

    /**
     * Connects and listens by address. Closed by the container with the application; the application must not close it.
     */
    Gotalk gotalk();

    /**
     * The connection to a peer that the configuration names, one of {@link NetworkApplication#remotes()}. Always the
     * same for a name; closed with the application.
     *
     * @throws IllegalArgumentException for any other name
     */
    ReconnectingSock remote(String name);
}
