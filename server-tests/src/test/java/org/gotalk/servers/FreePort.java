package org.gotalk.servers;

import java.io.IOException;
import java.net.ServerSocket;

/** A port that nobody uses at this moment. */
final class FreePort {

    private FreePort() {}

    static int find() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
