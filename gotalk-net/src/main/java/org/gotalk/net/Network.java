package org.gotalk.net;

/** What a container gives a {@link NetworkApplication} to reach peers with, on the container's threads. */
public interface Network {

    /** Connects and listens by address. It ends with the application, and is not for the application to end. */
    Gotalk gotalk();

    /**
     * The connection to the peer that the configuration knows by a name, one of {@link NetworkApplication#remotes()}. Always
     * the same for a name; it ends with the application.
     *
     * @throws IllegalArgumentException for any other name
     */
    ReconnectingSock remote(String name);
}
