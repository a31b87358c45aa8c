package org.gotalk.redis.internal.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gotalk.redis.internal.data.Keys.bytes;

import java.util.List;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.KeptMessage;
import org.gotalk.reach.spi.Slice;
import org.gotalk.redis.internal.data.Entry;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.data.Script;
import org.gotalk.redis.internal.link.Command;

/** The commands that read what is kept. */
final class HistoryCommands {

    private HistoryCommands() {}

    static Command since(Keys keys, String channel, Position since, int limit) {
        byte[][] from = {bytes(keys.channel(channel)), keys.history(channel)};
        return Command.repeatable(
                Script.SINCE,
                from,
                since.epoch().getBytes(UTF_8),
                bytes(Long.toString(since.offset())),
                bytes(Integer.toString(limit)));
    }

    /** No epoch has an empty name. */
    static Command last(Keys keys, String channel, int limit) {
        return since(keys, channel, Position.startOf(""), limit);
    }

    static List<Entry> entries(List<byte[]> answer) {
        return answer.stream().skip(1).map(Entry::parse).toList();
    }

    static Slice slice(List<byte[]> answer) {
        Slice.State state = switch (Keys.text(answer.get(0))) {
            case "ok" -> Slice.State.OK;
            case "gap" -> Slice.State.GAP;
            default -> Slice.State.OTHER_EPOCH;
        };
        List<KeptMessage> messages = entries(answer).stream()
                .map(entry -> new KeptMessage(entry.position(), entry.message()))
                .toList();
        return new Slice(state, messages);
    }
}
