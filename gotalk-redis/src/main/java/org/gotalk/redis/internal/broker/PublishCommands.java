package org.gotalk.redis.internal.broker;

import static org.gotalk.redis.internal.data.Keys.bytes;

import java.util.List;
import org.gotalk.reach.Position;
import org.gotalk.redis.internal.data.Entry;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.data.Script;
import org.gotalk.redis.internal.data.Unique;
import org.gotalk.redis.internal.link.Command;

/** The commands of one publisher. */
final class PublishCommands {

    private final Keys keys;
    private final String publisher;
    private final Unique epochs = new Unique();

    PublishCommands(Keys keys, String publisher) {
        this.keys = keys;
        this.publisher = publisher;
    }

    /** @param first the lowest number that has no answer */
    Command publish(Outgoing outgoing, long first, String run) {
        long age = Math.max(1, outgoing.keep().age().toMillis());
        byte[][] to = {
            bytes(outgoing.key()), keys.history(outgoing.channel()), keys.sent(publisher),
        };
        return Command.once(
                Script.PUBLISH,
                to,
                bytes(Long.toString(outgoing.number())),
                bytes(Long.toString(first)),
                Entry.tail(publisher, outgoing.number(), outgoing.message()),
                bytes(Integer.toString(outgoing.keep().count())),
                bytes(Long.toString(age)),
                bytes(epochs.next()),
                bytes(run),
                bytes(Long.toString(StateLife.MILLIS + age)));
    }

    static boolean isEarlierMissing(List<byte[]> answer) {
        return answer.size() == 1;
    }

    static Position position(List<byte[]> answer) {
        return new Position(Keys.text(answer.get(1)), Long.parseLong(Keys.text(answer.get(0))));
    }
}
