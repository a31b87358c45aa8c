package org.gotalk.reach.node;

import java.util.UUID;
import java.util.concurrent.Executor;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.reach.Reach;
import org.gotalk.reach.ReachApplication;
import org.gotalk.reach.Rooms;
import org.gotalk.reach.SessionLimits;
import org.gotalk.reach.Users;
import org.gotalk.spi.Application;

/**
 * Rooms and users on this server. In a Jakarta container there is one for each application, and beans have its parts
 * injected; others make one and put it around their application:
 *
 * <pre>{@code
 * ReachNode reach = ReachNode.builder().build();
 * Gotalk gotalk = Gotalk.builder().application(reach.around(new ChatApplication())).build();
 * }</pre>
 *
 * <p>Closing it ends all memberships; it does not close connections. Thread-safe.
 */
public final class ReachNode implements Reach, AutoCloseable {

    private final NodeParts parts;
    private final NodeRooms rooms;
    private final NodeUsers users;
    private final PeerRooms peerRooms;
    private final PeerSessions sessions;
    private final MemberEvents events;
    private final Runnable end;

    ReachNode(NodeParts parts, SessionLimits sessionLimits, Scheduler scheduler, Executor executor, Runnable end) {
        this.parts = parts;
        this.end = end;
        this.events = new MemberEvents(parts.codec());
        LocalSubjects subjects = new LocalSubjects(parts.peers(), parts.broker(), parts.presence(), events::went);
        this.rooms = new NodeRooms(parts, subjects, events);
        this.users = new NodeUsers(parts, subjects);
        this.peerRooms = new PeerRooms(rooms, parts.codec());
        this.sessions = new PeerSessions(
                parts,
                subjects,
                sessionLimits,
                new SessionTimer(sessionLimits.window(), scheduler, executor),
                new ResumeEvents(subjects, peerRooms, events));
        parts.peers().whenLost(sessions::lost);
        parts.presence().start(parts.name());
        parts.broker().start(parts.name(), subjects);
    }

    /** A builder with the defaults: in memory, for this server alone. */
    public static ReachNodeBuilder builder() {
        return new ReachNodeBuilder(UUID.randomUUID().toString().substring(0, 13));
    }

    @Override
    public Application around(Application application) {
        if (application instanceof ReachApplication own) {
            own.start(this);
            events.tell(own);
            peerRooms.ask(own.authorizer());
            own.history().ifPresent(parts.history()::choose);
        }
        return new RoomedApplication(application, users, peerRooms, sessions, parts.peers());
    }

    @Override
    public Rooms rooms() {
        return rooms;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public void close() {
        events.stop();
        sessions.close();
        parts.broker().close();
        parts.presence().close();
        end.run();
    }

    /** For tests: how many keys of sessions are known. */
    int keysOfSessions() {
        return sessions.keys();
    }
}
