package org.gotalk.reach.node;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.gotalk.Names;
import org.gotalk.Sock;
import org.gotalk.Values;
import org.gotalk.reach.History;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Member;
import org.gotalk.reach.Position;
import org.gotalk.reach.PublishedMessage;
import org.gotalk.reach.Room;
import org.gotalk.reach.spi.Presence;
import org.gotalk.reach.spi.Slice;

/** A room, by its name alone: what is in it is elsewhere. */
record RoomHandle(NodeParts node, String name, String except) implements Room {

    private String subject() {
        return Subjects.ofRoom(name);
    }

    @Override
    public Room except(Sock peer) {
        return new RoomHandle(node, name, node.peers().idOf(peer));
    }

    @Override
    public Position notify(String notification, Object value) {
        return node.publisher().publishAndWait(subject(), message(notification, value), keep(), "notify");
    }

    @Override
    public CompletionStage<Position> notifyAsync(String notification, Object value) {
        return node.publisher().publish(subject(), message(notification, value), keep());
    }

    @Override
    public boolean tryNotify(String notification, Object value) {
        return node.publisher().offer(subject(), message(notification, value), keep());
    }

    private RoomMessage message(String notification, Object value) {
        return RoomMessage.notification(except, Names.checked(notification), Values.encoded(node.codec(), value));
    }

    private Keep keep() {
        return node.history().keep(name);
    }

    @Override
    public List<Member> members(int limit) {
        List<Presence> present = node.await(node.presence().members(subject(), limit), "members");
        return present.stream()
                .<Member>map(member -> new PresentMember(name, member, node.codec()))
                .toList();
    }

    @Override
    public int count() {
        return node.await(node.presence().count(subject()), "count");
    }

    @Override
    public History history(Position since, int limit) {
        return history(node.await(node.broker().since(subject(), since, limit), "history"));
    }

    @Override
    public History history(int limit) {
        return history(node.await(node.broker().last(subject(), limit), "history"));
    }

    private History history(Slice slice) {
        List<PublishedMessage> messages = slice.messages().stream()
                .map(kept -> {
                    RoomMessage message = RoomMessage.decode(kept.bytes());
                    return new PublishedMessage(kept.position(), message.name(), message.payload(), node.codec());
                })
                .toList();
        return new History(messages, slice.state() == Slice.State.OK);
    }

    @Override
    public String toString() {
        return "room \"" + name + '"';
    }
}
