package org.gotalk.reach.node;

import java.util.List;
import org.gotalk.reach.History;
import org.gotalk.reach.Member;
import org.gotalk.reach.Membership;
import org.gotalk.reach.Position;
import org.gotalk.reach.PublishedMessage;
import org.gotalk.reach.Room;

/** A connection of this node in a room. */
record RoomMembership(Member member, Room room, Position position, Runnable end) implements Membership {

    @Override
    public History history(int limit) {
        Position since = new Position(position.epoch(), Math.max(0, position.offset() - limit));
        History kept = room.history(since, limit);
        List<PublishedMessage> before = kept.messages().stream()
                .filter(message -> !message.position().isAfter(position))
                .toList();
        return new History(before, kept.isComplete());
    }

    @Override
    public void leave() {
        end.run();
    }
}
