package org.gotalk.reach.spi;

import java.util.concurrent.CompletionStage;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;

/**
 * Carries messages from those who publish on a channel to all nodes that have subscribed to it, and keeps the last ones.
 *
 * <p>Each channel has one order, and each message a {@link Position} in it. A listener gets the messages of a channel in
 * this order, each once, whatever happens on the way: a connection that is lost and comes back, or an engine that
 * restarts. Where a message cannot be had any more, the next position shows the gap.
 *
 * <p>No method blocks. Stages complete on any thread. Names of channels and nodes are any text; an implementation encodes
 * them so that none of its own names is reached. Thread-safe.
 */
public interface Broker extends AutoCloseable {

    /** Begins; called once, before all others. */
    void start(String node, BrokerListener listener);

    /**
     * Has the listener get the messages of a channel. Subscriptions are counted: each needs its {@link #unsubscribe}, and
     * the listener gets each message once, however many there are.
     *
     * @return the position of the last message before; all later ones come to the listener
     */
    CompletionStage<Position> subscribe(String channel);

    /** Ends a subscription. Messages that are on their way may still come. */
    void unsubscribe(String channel);

    /**
     * Publishes a message, to all nodes that have subscribed, this one included. Messages of this node keep their order.
     *
     * @param message not changed afterwards
     * @param keep what is kept of the channel from now on
     * @return completes with its position when the message is safe; that it fails does not mean that the message was not
     *     published. Has failed with {@link org.gotalk.OutboxFullException} when this returns if too much waits in front
     *     of it; only then it was not
     */
    CompletionStage<Position> publish(String channel, byte[] message, Keep keep);

    /** Completes when {@link #publish} has room again; has completed if it has. */
    CompletionStage<Void> room();

    /**
     * Reads what is kept.
     *
     * @param since the position before the first that is wanted
     * @param limit maximum number of messages, the oldest of them
     */
    CompletionStage<Slice> since(String channel, Position since, int limit);

    /**
     * Reads the last that are kept.
     *
     * @param limit maximum number
     */
    CompletionStage<Slice> last(String channel, int limit);

    /** Sends a message to one node, if it is there; nothing is kept. */
    CompletionStage<Void> tell(String node, byte[] message);

    /** Ends all subscriptions and releases everything. The listener gets nothing more once this has returned. */
    @Override
    void close();
}
