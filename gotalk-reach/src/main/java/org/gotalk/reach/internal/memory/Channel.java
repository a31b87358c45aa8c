package org.gotalk.reach.internal.memory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.KeptMessage;
import org.gotalk.reach.spi.Slice;
import org.jspecify.annotations.Nullable;

/** A channel in memory. One thread at a time delivers, with no lock held. Thread-safe. */
final class Channel {

    /** Messages that a publisher delivers for others before the executor goes on. */
    private static final int SLICE = 256;

    private final String epoch;
    private final BiConsumer<Position, byte[]> delivery;
    private final Executor executor;

    @GuardedBy("this")
    private final KeptMessages kept;

    @GuardedBy("this")
    private final Deque<KeptMessage> undelivered = new ArrayDeque<>(1);

    @GuardedBy("this")
    private long last;

    @GuardedBy("this")
    private int subscriptions;

    @GuardedBy("this")
    private boolean isDelivering;

    @GuardedBy("this")
    private boolean hasEnded;

    Channel(String epoch, BiConsumer<Position, byte[]> delivery, Executor executor, KeptMessages kept) {
        this.epoch = epoch;
        this.delivery = delivery;
        this.executor = executor;
        this.kept = kept;
    }

    /** Subscribes; returns the last position, or null if the channel has ended. */
    synchronized @Nullable Position subscribe() {
        if (hasEnded) {
            return null;
        }
        subscriptions++;
        return position();
    }

    synchronized void unsubscribe() {
        subscriptions--;
    }

    /** Adds a message to be delivered; returns its position, or null if the channel has ended. */
    synchronized @Nullable Position add(byte[] message, Keep keep, long now) {
        if (hasEnded) {
            return null;
        }
        last++;
        Position position = position();
        kept.add(position, message, keep, now);
        undelivered.add(new KeptMessage(position, message));
        return position;
    }

    /** Delivers what waits, unless another thread is at it. */
    void deliver() {
        if (begin()) {
            deliverSlice();
        }
    }

    private void deliverSlice() {
        for (int i = 0; i < SLICE; i++) {
            KeptMessage next = next();
            if (next == null) {
                return;
            }
            delivery.accept(next.position(), next.bytes());
        }
        try {
            executor.execute(this::deliverSlice);
        } catch (RejectedExecutionException e) {
            deliverSlice();
        }
    }

    private synchronized boolean begin() {
        boolean begins = !isDelivering && !undelivered.isEmpty();
        isDelivering |= begins;
        return begins;
    }

    private synchronized @Nullable KeptMessage next() {
        KeptMessage next = undelivered.poll();
        isDelivering = next != null;
        return next;
    }

    synchronized Slice since(Position since, int limit, long now) {
        kept.expire(now);
        return since.epoch().equals(epoch)
                ? new Slice(kept.stateAfter(since.offset(), last), kept.after(since.offset(), limit))
                : new Slice(Slice.State.OTHER_EPOCH, kept.after(0, limit));
    }

    synchronized Slice last(int limit, long now) {
        kept.expire(now);
        long before = Math.max(0, last - limit);
        return new Slice(kept.stateAfter(before, last), kept.after(before, limit));
    }

    synchronized void expire(long now) {
        kept.expire(now);
    }

    /** Ends the channel if nobody needs it. */
    synchronized boolean endIfUnused() {
        hasEnded |= subscriptions == 0 && kept.isEmpty() && undelivered.isEmpty() && !isDelivering;
        return hasEnded;
    }

    @GuardedBy("this")
    private Position position() {
        return new Position(epoch, last);
    }
}
