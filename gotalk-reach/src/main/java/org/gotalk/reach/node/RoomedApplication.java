package org.gotalk.reach.node;

import java.util.Optional;
import org.gotalk.CloseReason;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.spi.ForwardingApplication;

/** An application whose users are known, and whose peers may ask for rooms and sessions. */
final class RoomedApplication extends ForwardingApplication {

    private final NodeUsers users;
    private final PeerRooms peerRooms;
    private final PeerSessions sessions;
    private final LocalPeers peers;

    RoomedApplication(
            Application application, NodeUsers users, PeerRooms peerRooms, PeerSessions sessions, LocalPeers peers) {
        super(application);
        this.peers = peers;
        this.users = users;
        this.peerRooms = peerRooms;
        this.sessions = sessions;
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

    /** The peer leaves while the application still has what belongs to its connection. */
    @Override
    public void closed(Sock sock, CloseReason reason) {
        try {
            peers.ended(sock);
        } finally {
            super.closed(sock, reason);
        }
    }

    @Override
    public Optional<RequestHandler> reserved(String operation) {
        return peerRooms.find(operation).or(() -> sessions.find(operation)).or(() -> super.reserved(operation));
    }
}
