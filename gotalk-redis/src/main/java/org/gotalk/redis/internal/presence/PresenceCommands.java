package org.gotalk.redis.internal.presence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gotalk.redis.internal.data.Keys.bytes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.reach.spi.Presence;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.data.Script;
import org.gotalk.redis.internal.link.Command;

/** The commands of one node. */
final class PresenceCommands {

    private final Keys keys;
    private final String incarnation;

    PresenceCommands(Keys keys, String incarnation) {
        this.keys = keys;
        this.incarnation = incarnation;
    }

    Command join(OwnMember member) {
        String subject = member.subject();
        byte[][] in = {keys.order(subject), keys.members(subject), keys.entered(incarnation), keys.nodes()};
        String id = member.presence().id();
        return Command.repeatable(
                Script.JOIN,
                in,
                bytes(incarnation),
                id.getBytes(UTF_8),
                MemberBytes.of(member.presence()),
                entry(subject, id).getBytes(UTF_8),
                bytes(member.score()));
    }

    Command leave(String subject, String id) {
        byte[][] in = {keys.order(subject), keys.members(subject), keys.entered(incarnation)};
        return Command.repeatable(
                Script.LEAVE, in, id.getBytes(UTF_8), entry(subject, id).getBytes(UTF_8));
    }

    /** What the engine calls a member among those of this node; no two have the same. */
    static String entry(String subject, String id) {
        return Keys.encoded(subject) + ' ' + id;
    }

    Command members(String subject, int limit) {
        byte[][] in = {keys.order(subject), keys.members(subject)};
        return Command.repeatable(Script.MEMBERS, in, bytes(Integer.toString(limit)));
    }

    static List<Presence> members(List<byte[]> answer) {
        List<Presence> members = new ArrayList<>(answer.size() / 2);
        for (int i = 0; i < answer.size(); i += 2) {
            members.add(MemberBytes.parse(answer.get(i), answer.get(i + 1)));
        }
        return members;
    }

    Command count(String subject) {
        return Command.repeatable(Script.COUNT, new byte[][] {keys.order(subject)});
    }

    Command beat(Duration gone) {
        return Command.repeatable(
                Script.BEAT,
                new byte[][] {keys.nodes(), keys.entered(incarnation)},
                bytes(incarnation),
                bytes(Long.toString(gone.toMillis())),
                keys.prefix());
    }

    /** How many members the engine knows of this node, by the answer to a beat. */
    static long entered(List<byte[]> answer) {
        return Long.parseLong(Keys.text(answer.get(2)));
    }

    /** Answers with the entries of all members that the engine knows of this node. */
    Command entered() {
        return Command.repeatable(Script.ENTERED, new byte[][] {keys.entered(incarnation)});
    }

    Command remove(List<String> entries) {
        byte[][] args = new byte[1 + entries.size()][];
        args[0] = keys.prefix();
        for (int i = 0; i < entries.size(); i++) {
            args[1 + i] = entries.get(i).getBytes(UTF_8);
        }
        return Command.repeatable(Script.STRAYS, new byte[][] {keys.entered(incarnation)}, args);
    }

    Command end() {
        return Command.repeatable(Script.END, new byte[][] {keys.nodes()}, bytes(incarnation), keys.prefix());
    }

    /** Whether an answer says yes at a place. */
    static boolean isYes(List<byte[]> answer, int index) {
        return Keys.text(answer.get(index)).equals("1");
    }
}
