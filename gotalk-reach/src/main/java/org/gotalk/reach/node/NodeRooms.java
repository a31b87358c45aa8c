package org.gotalk.reach.node;

import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.Values;
import org.gotalk.reach.Member;
import org.gotalk.reach.Membership;
import org.gotalk.reach.Room;
import org.gotalk.reach.Rooms;
import org.jspecify.annotations.Nullable;

/** The rooms, as connections of this node join them. */
final class NodeRooms implements Rooms {

    private static final byte[] NOTHING = {};

    private final NodeParts node;
    private final LocalSubjects subjects;
    private final MemberEvents events;

    NodeRooms(NodeParts node, LocalSubjects subjects, MemberEvents events) {
        this.node = node;
        this.subjects = subjects;
        this.events = events;
    }

    @Override
    public Membership join(Sock peer, String room, @Nullable Object info) {
        return node.replies().await(joinAsync(peer, room, info), "join", "joinAsync");
    }

    @Override
    public CompletionStage<Membership> joinAsync(Sock peer, String room, @Nullable Object info) {
        return join(peer, room, info, false);
    }

    /**
     * Checks the name of a room.
     *
     * @throws IllegalArgumentException if it is none
     */
    void check(String room) {
        String unused = Subjects.checkedRoom(room, node.limits());
    }

    /** @param isByItself whether the peer asked for it */
    CompletionStage<Membership> join(Sock peer, String room, @Nullable Object info, boolean isByItself) {
        String subject = Subjects.ofRoom(Subjects.checkedRoom(room, node.limits()));
        LocalPeer own = node.peers().of(peer);
        LocalMember member = new LocalMember(own, node.presence(own, encoded(info)), isByItself);
        return subjects.enter(subject, member, node.limits().maxRooms()).thenApply(entered -> {
            events.came(subject, entered.member());
            return new RoomMembership(member(room, entered.member()), handle(room), entered.position(), () -> {
                boolean unused = subjects.leave(subject, own) || subjects.leave(subject, peer);
            });
        });
    }

    /** Takes a peer out, if it had come in by itself; otherwise false. */
    boolean leaveByItself(Sock peer, String room) {
        String subject = Subjects.ofRoom(room);
        LocalMember member = subjects.find(subject, peer);
        return member != null && member.isByItself() && subjects.leave(subject, peer);
    }

    @Override
    public Room of(String room) {
        return handle(Subjects.checkedRoom(room, node.limits()));
    }

    private RoomHandle handle(String room) {
        return new RoomHandle(node, room, "");
    }

    private Member member(String room, LocalMember member) {
        return new PresentMember(room, member.presence(), node.codec());
    }

    private byte[] encoded(@Nullable Object info) {
        byte[] encoded = info == null ? NOTHING : Values.encoded(node.codec(), info);
        if (encoded.length > node.limits().maxInfo()) {
            throw new IllegalArgumentException("the information about a member has " + encoded.length
                    + " bytes, but must have at most " + node.limits().maxInfo());
        }
        return encoded;
    }
}
