package org.gotalk.reach.node;

import java.util.Optional;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.spi.ForwardingApplication;

/** An application whose users are known, and whose peers may ask for rooms. */
final class RoomedApplication extends ForwardingApplication {

    private final NodeUsers users;
    private final PeerRooms peerRooms;

    RoomedApplication(Application application, NodeUsers users, PeerRooms peerRooms) {
        super(application);
        this.users = users;
        this.peerRooms = peerRooms;
    }

    @Override
    public void opened(Sock sock) {
        users.identified(sock);
        super.opened(sock);
    }

    @Override
    public void identified(Sock sock) {
        users.identified(sock);
        super.identified(sock);
    }

    @Override
    public Optional<RequestHandler> reserved(String operation) {
        Optional<RequestHandler> ours = peerRooms.find(operation);
        return ours.isPresent() ? ours : super.reserved(operation);
    }
}
