package org.gotalk.jakarta.websocket;

import org.gotalk.transport.Transport;
import org.gotalk.transport.contract.Ends;

/** The container's end talks, floods, and closes. */
class TalkingSessionsIT extends SessionContract {

    @Override
    Ends inOrder(Transport client, Transport session) {
        return new Ends(session, client);
    }
}
