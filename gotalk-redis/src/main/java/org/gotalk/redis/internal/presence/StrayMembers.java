package org.gotalk.redis.internal.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.gotalk.redis.internal.link.Command;
import org.gotalk.redis.internal.link.CommandLink;

/**
 * Removes members that the engine knows of this node and the node does not: a network may hold back what was sent on a
 * connection that was given up, so that somebody joins after having left. For the engine thread alone.
 */
final class StrayMembers {

    private static final int REMOVED_AT_ONCE = 100;

    private final CommandLink link;
    private final PresenceCommands commands;
    private boolean wereTooMany;

    StrayMembers(CommandLink link, PresenceCommands commands) {
        this.link = link;
        this.commands = commands;
    }

    /**
     * Called with each beat. Those who leave at the moment are too many for a moment alone.
     *
     * @param count how many the engine knows
     * @param own the entries of those of this node, now and later
     */
    void look(long count, Set<String> own) {
        boolean areTooMany = count > own.size();
        if (areTooMany && wereTooMany) {
            Command entered = commands.entered();
            CompletionStage<?> unused = entered.answer().thenAccept(entries -> remove(entries, own));
            link.send(entered);
        }
        wereTooMany = areTooMany;
    }

    private void remove(List<byte[]> entered, Set<String> own) {
        List<String> strays = entered.stream()
                .map(entry -> new String(entry, UTF_8))
                .filter(entry -> !own.contains(entry))
                .toList();
        for (int from = 0; from < strays.size(); from += REMOVED_AT_ONCE) {
            link.send(commands.remove(strays.subList(from, Math.min(from + REMOVED_AT_ONCE, strays.size()))));
        }
    }
}
