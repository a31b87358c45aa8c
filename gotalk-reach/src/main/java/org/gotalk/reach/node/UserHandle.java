package org.gotalk.reach.node;

import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.Names;
import org.gotalk.Values;
import org.gotalk.reach.Keep;
import org.gotalk.reach.User;

/** A user, by name alone. */
record UserHandle(NodeParts node, String name) implements User {

    private String subject() {
        return Subjects.ofUser(name);
    }

    @Override
    public void notify(String notification, Object value) {
        node.publisher().publishAndWait(subject(), message(notification, value), Keep.NOTHING, "notify");
    }

    @Override
    public CompletionStage<Void> notifyAsync(String notification, Object value) {
        return node.publisher()
                .publish(subject(), message(notification, value), Keep.NOTHING)
                .thenAccept(position -> {});
    }

    @Override
    public boolean tryNotify(String notification, Object value) {
        return node.publisher().offer(subject(), message(notification, value), Keep.NOTHING);
    }

    private RoomMessage message(String notification, Object value) {
        return RoomMessage.notification("", Names.checked(notification), Values.encoded(node.codec(), value));
    }

    @Override
    public boolean isPresent() {
        return count() > 0;
    }

    @Override
    public int count() {
        return node.await(node.presence().count(subject()), "count");
    }

    @Override
    public void close(CloseReason reason) {
        CompletionStage<?> unused = node.publisher().publish(subject(), RoomMessage.close(reason), Keep.NOTHING);
    }

    @Override
    public String toString() {
        return "user " + name;
    }
}
