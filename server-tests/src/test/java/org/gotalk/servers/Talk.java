package org.gotalk.servers;

import jakarta.inject.Inject;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.jakarta.EndpointPath;
import org.gotalk.jakarta.GotalkEndpoint;

@EndpointPath("/rooms/{id}/talk")
public class Talk extends GotalkEndpoint {

    @Inject
    OpenSocks everybody;

    @Override
    public void opened(Sock peer) {
        String room = peer.peer().handshake().pathParameters().get("id");
        peer.notify("welcome", "This is room " + room);
    }

    @Override
    public void closed(Sock peer, CloseReason reason) {
        everybody.broadcast("left", peer.peer().address());
    }
}
