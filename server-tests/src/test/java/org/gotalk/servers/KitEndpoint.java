package org.gotalk.servers;

import jakarta.inject.Inject;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.jakarta.EndpointPath;
import org.gotalk.jakarta.GotalkEndpoint;

/** An endpoint of the application's own. */
@EndpointPath("/rooms/{id}/talk")
public class KitEndpoint extends GotalkEndpoint {

    @Inject
    OpenSocks everybody;

    @Override
    public void opened(Sock peer) {
        peer.notify("told", "welcome to " + room(peer));
    }

    @Override
    public void closed(Sock peer, CloseReason reason) {
        everybody.broadcast("told", "somebody left " + room(peer));
    }

    private static String room(Sock peer) {
        return peer.peer().handshake().pathParameters().get("id");
    }
}
