package org.gotalk.reach.spi;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Knows who is present where, over all nodes. What a node has entered is there while the node lives: it {@linkplain
 * #beat beats}, and what nodes without a beat have entered is swept by the others.
 *
 * <p>No method blocks. Stages complete on any thread. Thread-safe.
 */
public interface PresenceStore extends AutoCloseable {

    /** Begins; called once, before all others. */
    void start(String node);

    /** Enters a member of this node, or replaces what is known of it. */
    CompletionStage<Void> join(String subject, Presence member);

    /** Removes a member of this node; no effect if it is not there. */
    CompletionStage<Void> leave(String subject, String id);

    /**
     * Those present, first come first.
     *
     * @param limit maximum number
     */
    CompletionStage<List<Presence>> members(String subject, int limit);

    /** The number of those present. */
    CompletionStage<Integer> count(String subject);

    /** Says that this node lives, and sweeps nodes that do not. A store that is started does so by itself, too. */
    CompletionStage<Void> beat();

    /** Removes all members of this node. */
    @Override
    void close();
}
