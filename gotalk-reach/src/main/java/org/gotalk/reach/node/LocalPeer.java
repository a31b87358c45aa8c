package org.gotalk.reach.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.Sock;
import org.gotalk.reach.Position;
import org.jspecify.annotations.Nullable;

/** A connection of this server, or one after the other of the same session, and what it belongs to. Thread-safe. */
final class LocalPeer {

    private final String id;
    private volatile Sock sock;
    private volatile @Nullable PeerSession session;

    @GuardedBy("this")
    private final Set<String> subjects = new HashSet<>(2);

    @GuardedBy("this")
    private int rooms; // of those

    @GuardedBy("this")
    private boolean hasEnded;

    /** Whether a peer may belong to one more subject. */
    enum Answer {
        ENTERED,
        KNOWN,
        TOO_MANY,
        ENDED
    }

    LocalPeer(String id, Sock sock) {
        this.id = id;
        this.sock = sock;
    }

    /** The id, which stays when the peer comes back over another connection. */
    String id() {
        return id;
    }

    /** The connection, or the last one. */
    Sock sock() {
        return sock;
    }

    /** The session; null for a peer that does not come back. */
    @Nullable
    PeerSession session() {
        return session;
    }

    /** Its user is known, or has changed. */
    void identified(String user) {
        PeerSession resumable = session;
        if (resumable != null) {
            resumable.identified(user);
        }
    }

    /** Begins a session; false if the peer has one or is lost. */
    synchronized boolean begin(PeerSession begun) {
        if (session != null || hasEnded) {
            return false;
        }
        session = begun;
        return true;
    }

    /** Goes on over another connection. */
    void moveTo(Sock next) {
        sock = next;
    }

    /** Sends a message of a subject; closes a connection that has no room for it. */
    void deliver(String subject, Position position, EncodedNotification notification) {
        PeerSession resumable = session;
        if (resumable != null) {
            resumable.deliver(subject, position, notification);
        } else if (!sock.tryNotify(notification)) {
            sock.close(PeerSession.TOO_SLOW);
        }
    }

    /** Closes the connection, after which the peer does not come back to the session either. */
    void close(CloseReason reason) {
        PeerSession resumable = session;
        if (resumable != null) {
            resumable.refuseNext();
        }
        sock.close(reason);
    }

    /** @param max maximum rooms */
    synchronized Answer enter(String subject, int max) {
        if (hasEnded) {
            return Answer.ENDED;
        }
        if (subjects.contains(subject)) {
            return Answer.KNOWN;
        }
        if (Subjects.isRoom(subject) && rooms >= max) {
            return Answer.TOO_MANY;
        }
        add(subject);
        return Answer.ENTERED;
    }

    /** It belongs to a subject, however many there are. */
    synchronized void add(String subject) {
        if (subjects.add(subject) && Subjects.isRoom(subject)) {
            rooms++;
        }
    }

    synchronized void leave(String subject) {
        if (subjects.remove(subject) && Subjects.isRoom(subject)) {
            rooms--;
        }
    }

    /** What it belongs to. */
    synchronized List<String> subjects() {
        return new ArrayList<>(subjects);
    }

    synchronized boolean hasEnded() {
        return hasEnded;
    }

    /** It does not come back; returns what it belonged to. */
    synchronized List<String> end() {
        hasEnded = true;
        List<String> all = new ArrayList<>(subjects);
        subjects.clear();
        rooms = 0;
        return all;
    }
}
