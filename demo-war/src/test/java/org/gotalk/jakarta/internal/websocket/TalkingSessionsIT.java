package org.gotalk.jakarta.internal.websocket;

import org.gotalk.spi.Transport;
import org.gotalk.testing.contract.Ends;

/** The container's end talks, floods, and closes. */
class TalkingSessionsIT extends SessionContract {

    @Override
    Ends inOrder(Transport client, Transport session) {
        return new Ends(session, client);
    }
}
