package org.gotalk.redis.internal.broker;

import static org.gotalk.redis.internal.data.Keys.bytes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.gotalk.reach.Position;
import org.gotalk.redis.internal.data.Entry;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.data.Script;
import org.gotalk.redis.internal.data.Unique;
import org.gotalk.redis.internal.link.Command;
import org.gotalk.redis.internal.link.CommandLink;
import org.jspecify.annotations.Nullable;

/** Asks for the last message of channels, and reads what is missing, a bounded part at a time. For the engine thread alone. */
final class MissingReader {

    private static final int CHANNELS_AT_ONCE = 100;
    private static final int MESSAGES_AT_ONCE = 100;
    private static final int MOST_READS = 16;

    private final Set<Subscription> toCheck = new LinkedHashSet<>();
    private final Set<Subscription> toRead = new LinkedHashSet<>();
    private final Unique epochs = new Unique();
    private final CommandLink commands;
    private final Keys keys;
    private @Nullable String run; // of the engine; null without a connection
    private boolean isChecking;
    private int reads;

    MissingReader(CommandLink commands, Keys keys) {
        this.commands = commands;
        this.keys = keys;
    }

    void opened(String newRun) {
        run = newRun;
        goOn();
    }

    void lost() {
        run = null;
    }

    /** Asks the engine for the last message of a channel. */
    void check(Subscription subscription) {
        toCheck.add(subscription);
        checkNext();
    }

    /** Reads what a channel misses. */
    void read(Subscription subscription) {
        toRead.add(subscription);
        readNext();
    }

    void forget(Subscription subscription) {
        toCheck.remove(subscription);
        toRead.remove(subscription);
    }

    /** Whether nothing is asked for. */
    boolean isIdle() {
        return toCheck.isEmpty() && !isChecking && toRead.isEmpty() && reads == 0;
    }

    /** Tries again what has failed. Called again and again. */
    void goOn() {
        checkNext();
        readNext();
    }

    private void checkNext() {
        String of = run;
        if (of == null || isChecking || toCheck.isEmpty()) {
            return;
        }
        isChecking = true;
        List<Subscription> next = take(toCheck, CHANNELS_AT_ONCE);
        byte[][] channels = new byte[next.size()][];
        byte[][] args = new byte[2 + next.size()][];
        args[0] = bytes(of);
        args[1] = bytes(Long.toString(StateLife.MILLIS));
        for (int i = 0; i < next.size(); i++) {
            channels[i] = bytes(keys.channel(next.get(i).name()));
            args[2 + i] = bytes(epochs.next());
        }
        Command command = Command.once(Script.HEADS, channels, args);
        CompletionStage<?> unused = command.answer().whenComplete((answer, failure) -> checked(next, answer));
        commands.send(command);
    }

    private void checked(List<Subscription> subscriptions, @Nullable List<byte[]> heads) {
        isChecking = false;
        if (heads == null) {
            toCheck.addAll(subscriptions);
            return;
        }
        for (int i = 0; i < subscriptions.size(); i++) {
            Position head = new Position(Keys.text(heads.get(2 * i + 1)), Long.parseLong(Keys.text(heads.get(2 * i))));
            if (subscriptions.get(i).head(head)) {
                read(subscriptions.get(i));
            }
        }
        checkNext();
    }

    private void readNext() {
        while (run != null && reads < MOST_READS && !toRead.isEmpty()) {
            Subscription next = take(toRead, 1).get(0);
            Position since = next.order().last();
            if (since != null) {
                reads++;
                Command command = HistoryCommands.since(keys, next.name(), since, MESSAGES_AT_ONCE);
                CompletionStage<?> unused = command.answer().whenComplete((answer, failure) -> read(next, answer));
                commands.send(command);
            }
        }
    }

    private void read(Subscription subscription, @Nullable List<byte[]> answer) {
        reads--;
        if (answer == null) {
            toRead.add(subscription);
            return;
        }
        List<Entry> entries = HistoryCommands.entries(answer);
        if (subscription.order().read(entries, entries.size() < MESSAGES_AT_ONCE)) {
            toRead.add(subscription);
        }
        readNext();
    }

    private static List<Subscription> take(Set<Subscription> from, int most) {
        List<Subscription> taken = new ArrayList<>();
        for (Iterator<Subscription> each = from.iterator(); each.hasNext() && taken.size() < most; each.remove()) {
            taken.add(each.next());
        }
        return taken;
    }
}
