package org.gotalk.reach.node;

import static org.gotalk.reach.node.ReachLog.LOG;

import java.lang.System.Logger.Level;
import org.gotalk.PayloadCodec;
import org.gotalk.Sock;
import org.gotalk.reach.Member;
import org.gotalk.reach.ReachApplication;
import org.gotalk.reach.Resumed;
import org.jspecify.annotations.Nullable;

/** Tells the application who comes into rooms and who leaves them. */
final class MemberEvents {

    private final PayloadCodec codec;
    private volatile @Nullable ReachApplication application;

    MemberEvents(PayloadCodec codec) {
        this.codec = codec;
    }

    /** Tells this one from now on. */
    void tell(ReachApplication told) {
        application = told;
    }

    /** Tells nobody any more: the application ends. */
    void stop() {
        application = null;
    }

    /** A connection is a member. */
    void came(String subject, LocalMember member) {
        member.come(
                () -> tell(subject, member, ReachApplication::joined),
                () -> tell(subject, member, ReachApplication::left));
    }

    /** A connection is a member no more. */
    void went(String subject, LocalMember member) {
        member.go(() -> tell(subject, member, ReachApplication::left));
    }

    /** A peer goes on with its session. */
    void resumed(Resumed resumed) {
        ReachApplication told = application;
        if (told != null) {
            try {
                told.resumed(resumed);
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.log(Level.ERROR, "an observer failed to hear that " + resumed.sock() + " goes on", e);
            }
        }
    }

    private void tell(String subject, LocalMember member, Event event) {
        ReachApplication told = application;
        if (told == null || !Subjects.isRoom(subject)) {
            return;
        }
        Member described = new PresentMember(Subjects.room(subject), member.presence(), codec);
        try {
            event.tell(told, member.peer().sock(), described);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            // The member has come or gone, whatever an observer makes of it.
            LOG.log(Level.ERROR, "an observer failed to hear of " + described, e);
        }
    }

    @FunctionalInterface
    private interface Event {
        void tell(ReachApplication application, Sock peer, Member member);
    }
}
