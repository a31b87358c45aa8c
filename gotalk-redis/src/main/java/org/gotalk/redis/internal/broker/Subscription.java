package org.gotalk.redis.internal.broker;

import static org.gotalk.redis.internal.link.RedisLog.LOG;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.BrokerListener;
import org.jspecify.annotations.Nullable;

/** A channel that this node is subscribed to, or about to be. For the engine thread alone. */
final class Subscription {

    private final String name;
    private final BrokerListener listener;
    private final ChannelOrder order;
    private final List<CompletableFuture<Position>> waiting = new ArrayList<>(1);
    private @Nullable Position acknowledged;
    private int count;
    private long lingersUntil;

    Subscription(String name, BrokerListener listener) {
        this.name = name;
        this.listener = listener;
        this.order = new ChannelOrder(this::deliver);
    }

    /** The name that others have given. */
    String name() {
        return name;
    }

    ChannelOrder order() {
        return order;
    }

    /** One more needs it, and gets the position now, or when {@link #head} says it. */
    void need(CompletableFuture<Position> position) {
        count++;
        Position last = order.last();
        if (last == null || (acknowledged != null && acknowledged.isAfter(last))) {
            waiting.add(position);
        } else {
            boolean unused = position.complete(last);
        }
    }

    /** This node has published a message, which may not have arrived yet. */
    void acknowledged(Position position) {
        acknowledged = position;
    }

    /** Whether nobody needs it any more. */
    boolean needNoMore() {
        count--;
        return isUnused();
    }

    /** When it ends, if nobody needs it until then. */
    long lingersUntil() {
        return lingersUntil;
    }

    void lingersUntil(long end) {
        lingersUntil = end;
    }

    boolean isUnused() {
        return count <= 0;
    }

    /** The engine says which message is the last; whether those that are missing are to be read. */
    boolean head(Position head) {
        List<CompletableFuture<Position>> told = List.copyOf(waiting);
        waiting.clear();
        told.forEach(position -> position.complete(head));
        return order.head(head);
    }

    void failed(CompletableFuture<Position> position) {
        if (waiting.removeIf(each -> each == position)) {
            boolean unused = position.completeExceptionally(new IllegalStateException("the engine cannot be reached"));
        }
    }

    private void deliver(Position position, byte[] message) {
        if (isUnused()) {
            return;
        }
        try {
            listener.took(name, position, message);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a message cannot be delivered", e);
        }
    }
}
