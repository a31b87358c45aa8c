package org.gotalk.reach.internal.memory;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.BrokerListener;
import org.gotalk.reach.spi.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages within one server. A channel exists while it is subscribed, or something of it is kept.
 *
 * <p>Who publishes also delivers: the listener is called on the publishing thread, outside of all locks.
 */
public final class MemoryBroker implements Broker {

    private final ConcurrentHashMap<String, Channel> channels = new ConcurrentHashMap<>();
    private final String epochs = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong lastEpoch = new AtomicLong();
    private final InstantSource clock;
    private final Executor executor;
    private final UndeliveredBytes undelivered;
    private final KeptBytes kept;
    private final ExpiredChannels expired = new ExpiredChannels();
    private volatile BrokerListener listener = (channel, position, message) -> {};

    /**
     * Has no channel.
     *
     * @param executor delivers when a publisher has delivered for long enough
     * @param maxUndelivered messages that wait to be delivered, in bytes
     * @param maxKept messages that are kept, in bytes
     */
    public MemoryBroker(InstantSource clock, Executor executor, long maxUndelivered, long maxKept) {
        this.clock = clock;
        this.executor = executor;
        this.undelivered = new UndeliveredBytes(maxUndelivered);
        this.kept = new KeptBytes(maxKept);
    }

    @Override
    public void start(String node, BrokerListener newListener) {
        listener = newListener;
    }

    @Override
    public CompletionStage<Position> subscribe(String channel) {
        return CompletableFuture.completedStage(with(channel, Channel::subscribe));
    }

    @Override
    public void unsubscribe(String channel) {
        Channel found = channels.get(channel);
        if (found != null) {
            found.unsubscribe();
            forgetIfUnused(channel, found);
        }
    }

    @Override
    public CompletionStage<Position> publish(String channel, byte[] message, Keep keep) {
        if (!undelivered.enter(message.length)) {
            return CompletableFuture.failedStage(undelivered.refusal());
        }
        long now = clock.millis();
        if (expired.isDue(now)) {
            channels.forEach((name, other) -> {
                other.expire(now);
                forgetIfUnused(name, other);
            });
        }
        Position position = with(channel, found -> found.add(message, keep, now));
        Channel found = channels.get(channel);
        if (found != null) {
            found.deliver();
            forgetIfUnused(channel, found);
        }
        return CompletableFuture.completedStage(position);
    }

    @Override
    public CompletionStage<Void> room() {
        return undelivered.room();
    }

    @Override
    public CompletionStage<Slice> since(String channel, Position since, int limit) {
        return read(channel, found -> found.since(since, limit, clock.millis()));
    }

    @Override
    public CompletionStage<Slice> last(String channel, int limit) {
        return read(channel, found -> found.last(limit, clock.millis()));
    }

    private CompletionStage<Slice> read(String channel, Function<Channel, Slice> read) {
        Channel found = channels.get(channel);
        return CompletableFuture.completedStage(
                found == null ? new Slice(Slice.State.OTHER_EPOCH, List.of()) : read.apply(found));
    }

    /** There is no other node. */
    @Override
    public CompletionStage<Void> tell(String node, byte[] message) {
        return CompletableFuture.completedStage(null);
    }

    /** Applies an action to a channel that nobody forgets meanwhile; the action returns null if somebody has. */
    private <T> T with(String name, Function<Channel, @Nullable T> action) {
        while (true) {
            Channel channel = channels.computeIfAbsent(name, this::create);
            T result = action.apply(channel);
            if (result != null) {
                return result;
            }
        }
    }

    private Channel create(String name) {
        String epoch = epochs + Long.toString(lastEpoch.incrementAndGet(), Character.MAX_RADIX);
        return new Channel(
                epoch,
                (position, message) -> {
                    try {
                        listener.took(name, position, message);
                    } finally {
                        undelivered.left(message.length);
                    }
                },
                executor,
                new KeptMessages(kept));
    }

    private void forgetIfUnused(String name, Channel channel) {
        if (channel.endIfUnused()) {
            boolean unused = channels.remove(name, channel);
        }
    }

    @Override
    public void close() {
        listener = (channel, position, message) -> {};
        channels.clear();
    }

    /** For tests and figures: how many channels there are. */
    int size() {
        return channels.size();
    }
}
