package org.gotalk.redis.internal.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.BrokerListener;
import org.gotalk.redis.internal.data.Entry;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.link.MessageLink;
import org.gotalk.redis.internal.link.Timings;
import org.jspecify.annotations.Nullable;

/** The channels of this node. For the engine thread alone. */
final class Subscriptions {

    /** Channels whose last message is asked for each time that the engine is probed. */
    private static final int CHECKED_AT_ONCE = 100;

    private final Map<String, Subscription> byChannel = new HashMap<>();
    private final Set<String> unconfirmed = new HashSet<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<Unused> unused = new ArrayDeque<>();
    private final MessageLink messages;
    private final MissingReader missing;
    private final BrokerListener listener;
    private final Keys keys;
    private final Timings timings;
    private @Nullable Iterator<Subscription> toCheck;

    private record Waiting(Subscription subscription, CompletableFuture<Position> position, long deadline) {}

    private record Unused(Subscription subscription, long end) {}

    Subscriptions(MessageLink messages, MissingReader missing, BrokerListener listener, Keys keys, Timings timings) {
        this.messages = messages;
        this.missing = missing;
        this.listener = listener;
        this.keys = keys;
        this.timings = timings;
    }

    void subscribe(String name, CompletableFuture<Position> position) {
        String channel = keys.channel(name);
        Subscription known = byChannel.get(channel);
        Subscription subscription = known == null ? new Subscription(name, listener) : known;
        subscription.need(position);
        if (!position.isDone()) {
            waiting.add(new Waiting(
                    subscription,
                    position,
                    System.nanoTime() + timings.timeout().toNanos()));
        }
        if (known != null && known.order().last() != null && !position.isDone()) {
            missing.check(known);
        }
        if (known == null) {
            byChannel.put(channel, subscription);
            unconfirmed.add(channel);
            messages.subscribe(List.of(channel));
        }
    }

    /** A message of this node has its place in a channel. */
    void acknowledged(String channel, Position position) {
        Subscription subscription = byChannel.get(channel);
        if (subscription != null) {
            subscription.acknowledged(position);
        }
    }

    void unsubscribe(String name) {
        Subscription subscription = byChannel.get(keys.channel(name));
        if (subscription != null && subscription.needNoMore()) {
            long end = System.nanoTime() + timings.linger().toNanos();
            subscription.lingersUntil(end);
            unused.add(new Unused(subscription, end));
        }
    }

    /** A new connection for messages has no channel yet. */
    void subscribeAll() {
        unconfirmed.addAll(byChannel.keySet());
        messages.subscribe(new ArrayList<>(byChannel.keySet()));
    }

    void confirmed(String channel) {
        Subscription subscription = byChannel.get(channel);
        if (unconfirmed.remove(channel) && subscription != null) {
            missing.check(subscription);
        }
    }

    void arrived(String channel, byte[] message) {
        Subscription subscription = byChannel.get(channel);
        if (subscription != null && subscription.order().arrived(Entry.parse(message))) {
            missing.read(subscription);
        }
    }

    /** Whether messages of all channels arrive. */
    boolean areConfirmed() {
        return unconfirmed.isEmpty();
    }

    /** Checks some channels for messages that are missing without a later one that shows it; all of them in turn. */
    void checkSome() {
        Iterator<Subscription> next = toCheck == null || !toCheck.hasNext()
                ? List.copyOf(byChannel.values()).iterator()
                : toCheck;
        for (int i = 0; i < CHECKED_AT_ONCE && next.hasNext(); i++) {
            missing.check(next.next());
        }
        toCheck = next;
    }

    /** Ends what has waited for long enough. Called again and again. */
    void checkTimes() {
        long now = System.nanoTime();
        while (!waiting.isEmpty()
                && (waiting.element().position().isDone()
                        || now - waiting.element().deadline() > 0)) {
            Waiting late = waiting.remove();
            late.subscription().failed(late.position());
        }
        while (!unused.isEmpty() && now - unused.element().end() > 0) {
            endIfUnused(unused.remove());
        }
    }

    /** It may have been needed meanwhile, and then not any more, which is another entry. */
    private void endIfUnused(Unused due) {
        Subscription subscription = due.subscription();
        String channel = keys.channel(subscription.name());
        if (subscription.isUnused()
                && subscription.lingersUntil() == due.end()
                && byChannel.remove(channel, subscription)) {
            unconfirmed.remove(channel);
            missing.forget(subscription);
            messages.unsubscribe(channel);
        }
    }
}
