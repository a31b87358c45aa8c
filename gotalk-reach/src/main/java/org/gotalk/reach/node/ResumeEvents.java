package org.gotalk.reach.node;

import java.util.ArrayList;
import java.util.List;
import org.gotalk.Sock;
import org.gotalk.reach.Resumed;

/** What the application has to say about a peer that comes back, and hears of it. */
record ResumeEvents(LocalSubjects subjects, PeerRooms peerRooms, MemberEvents members) {

    /** Takes a peer out of the rooms that it joined by itself and may not join any more; returns the others. */
    List<String> stillAllowed(Sock sock, LocalPeer peer, PeerSession session) {
        List<String> rooms = new ArrayList<>();
        for (String subject : peer.subjects()) {
            if (Subjects.isRoom(subject)) {
                String room = Subjects.room(subject);
                LocalMember member = subjects.find(subject, sock);
                boolean mayStay = member == null || !member.isByItself() || peerRooms.mayJoin(sock, room);
                if (mayStay) {
                    rooms.add(room);
                } else {
                    boolean unused = subjects.leave(subject, peer);
                    session.forget(subject);
                }
            }
        }
        return rooms;
    }

    /** Tells the application. */
    void resumed(Resumed resumed) {
        members.resumed(resumed);
    }
}
