package org.gotalk.reach.node;

import static org.gotalk.reach.node.ReachLog.LOG;

import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.Sock;
import org.gotalk.reach.User;
import org.gotalk.reach.Users;

/** The users of the connections of this node. A user is a room that nobody joins by hand. */
final class NodeUsers implements Users {

    private final NodeParts node;
    private final LocalSubjects subjects;
    private final ConcurrentHashMap<Sock, String> known = new ConcurrentHashMap<>();

    NodeUsers(NodeParts node, LocalSubjects subjects) {
        this.node = node;
        this.subjects = subjects;
    }

    @Override
    public User of(String name) {
        return new UserHandle(node, name);
    }

    /** The user of a connection is known, or has changed. Called for one connection at a time. */
    void identified(Sock sock) {
        Optional<String> user = sock.peer().principal().map(Principal::getName);
        if (user.isEmpty()) {
            return;
        }
        String name = user.get();
        String before = known.put(sock, name);
        if (name.equals(before)) {
            return;
        }
        if (before == null) {
            CompletionStage<Void> unused = sock.closed().thenRun(() -> known.remove(sock));
        } else {
            boolean unused = subjects.leave(Subjects.ofUser(before), sock);
        }
        LocalPeer peer = node.peers().of(sock);
        peer.identified(name);
        LocalMember member = new LocalMember(peer, node.presence(peer, new byte[0]), false);
        CompletionStage<?> unused = subjects.enter(
                        Subjects.ofUser(name), member, node.limits().maxRooms())
                .whenComplete((entered, failure) -> {
                    if (failure != null && sock.isOpen()) {
                        LOG.log(Level.WARNING, "user " + name + " cannot be reached at " + sock, failure);
                    }
                });
    }
}
