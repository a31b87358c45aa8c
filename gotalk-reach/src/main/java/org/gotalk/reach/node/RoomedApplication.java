package org.gotalk.reach.node;

import java.util.Optional;
import org.gotalk.CloseReason;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.spi.ForwardingApplication;

/** An application whose users are known, and whose peers may ask for rooms. */
final class RoomedApplication extends ForwardingApplication {

    private final NodeUsers users;
    private final PeerRooms peerRooms;
    private final LocalSubjects subjects;

    RoomedApplication(Application application, NodeUsers users, PeerRooms peerRooms, LocalSubjects subjects) {
        super(application);
        this.subjects = subjects;
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

    /** The peer leaves while the application still has what belongs to its connection. */
    @Override
    public void closed(Sock sock, CloseReason reason) {
        subjects.ended(sock);
        super.closed(sock, reason);
    }

    @Override
    public Optional<RequestHandler> reserved(String operation) {
        Optional<RequestHandler> ours = peerRooms.find(operation);
        return ours.isPresent() ? ours : super.reserved(operation);
    }
}
