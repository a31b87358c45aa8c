package org.gotalk.net;

import java.io.IOException;
import java.net.URI;

/** Accepts connections at an address. */
public interface Listener extends AutoCloseable {

    /** The address as given, with the actual port if that was 0. */
    URI address();

    /** The number of open connections accepted here. */
    int connections();

    /**
     * Stops accepting; open connections remain open. Deletes the file of a Unix-domain socket. A second call has no
     * effect.
     */
    @Override
    void close() throws IOException;
}
