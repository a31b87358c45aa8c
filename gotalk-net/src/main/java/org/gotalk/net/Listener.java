package org.gotalk.net;

import java.io.IOException;
import java.net.URI;

/** An address where connections are accepted. */
public interface Listener extends AutoCloseable {

    /** The address that peers connect to: as it was given, with the port that was found where that was 0. */
    URI address();

    /** How many of the connections accepted here are there. */
    int connections();

    /**
     * Accepts no more. Connections that are there go on. The file of a Unix-domain socket is removed. A second call
     * changes nothing.
     */
    @Override
    void close() throws IOException;
}
