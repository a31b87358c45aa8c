package org.gotalk.jakarta;

import java.net.URI;
import java.time.Duration;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.demo.peer.Clients;

/** One connection of our own engine as a client. */
final class JavaPeer implements AutoCloseable {

    private final Clients clients;
    private final Sock sock;

    JavaPeer(URI base) {
        clients = new Clients(
                base, Limits.builder().heartbeatInterval(Duration.ofSeconds(1)).build());
        sock = clients.connect();
    }

    Sock sock() {
        return sock;
    }

    @Override
    public void close() {
        clients.close();
    }
}
