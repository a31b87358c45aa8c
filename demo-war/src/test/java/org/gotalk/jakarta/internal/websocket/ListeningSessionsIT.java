package org.gotalk.jakarta.internal.websocket;

import org.gotalk.spi.Transport;
import org.gotalk.testing.contract.Ends;

/** The container's end hears, is flooded, and pauses. */
class ListeningSessionsIT extends SessionContract {

    @Override
    Ends inOrder(Transport client, Transport session) {
        return new Ends(client, session);
    }
}
