package org.gotalk.redis.internal.broker;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.BrokerListener;
import org.gotalk.reach.spi.Slice;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.link.Command;
import org.gotalk.redis.internal.link.EngineLinks;
import org.jspecify.annotations.Nullable;

/** A broker on Valkey or Redis. Hands all calls over to the engine thread, on which the listener is called, too. */
public final class RedisBroker implements Broker {

    private final EngineLinks links;
    private final Keys keys;
    private final String incarnation;
    private final SendWindow window;
    private volatile @Nullable BrokerState state; // null before the start and after the end

    /**
     * Connects to nothing yet.
     *
     * @param incarnation unique among all brokers there have been
     * @param maxWindow what may wait for the engine, in bytes
     */
    public RedisBroker(EngineLinks links, Keys keys, String incarnation, long maxWindow) {
        this.links = links;
        this.keys = keys;
        this.incarnation = incarnation;
        this.window = new SendWindow(links, keys, incarnation, maxWindow);
    }

    @Override
    public void start(String node, BrokerListener listener) {
        NodeChannel own = new NodeChannel(links, keys, node, incarnation);
        BrokerState started = new BrokerState(links, keys, window, own, listener);
        state = started;
        links.begin();
        links.thread().execute(started::start);
    }

    @Override
    public CompletionStage<Position> subscribe(String channel) {
        CompletableFuture<Position> position = new CompletableFuture<>();
        BrokerState to = state();
        links.thread().execute(() -> to.subscribe(channel, position));
        return position.minimalCompletionStage();
    }

    @Override
    public void unsubscribe(String channel) {
        BrokerState to = state;
        if (to != null) {
            links.thread().execute(() -> to.unsubscribe(channel));
        }
    }

    @Override
    public CompletionStage<Position> publish(String channel, byte[] message, Keep keep) {
        return window.publish(channel, message, keep);
    }

    @Override
    public CompletionStage<Void> room() {
        return window.room();
    }

    @Override
    public CompletionStage<Slice> since(String channel, Position since, int limit) {
        return send(HistoryCommands.since(keys, channel, since, limit), HistoryCommands::slice);
    }

    @Override
    public CompletionStage<Slice> last(String channel, int limit) {
        return send(HistoryCommands.last(keys, channel, limit), HistoryCommands::slice);
    }

    @Override
    public CompletionStage<Void> tell(String node, byte[] message) {
        return send(state().tell(node, message), answer -> null);
    }

    private <T> CompletionStage<T> send(Command command, Function<List<byte[]>, @Nullable T> result) {
        links.thread().execute(() -> links.commands().send(command));
        return command.answer().thenApply(result);
    }

    private BrokerState state() {
        return Objects.requireNonNull(state, "this broker is not started, or closed");
    }

    @Override
    public void close() {
        BrokerState ended = state;
        state = null;
        if (ended != null) {
            links.thread().await(ended::end);
            links.end();
        }
    }
}
