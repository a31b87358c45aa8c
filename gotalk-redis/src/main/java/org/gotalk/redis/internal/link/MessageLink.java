package org.gotalk.redis.internal.link;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gotalk.redis.internal.data.Keys;
import org.jspecify.annotations.Nullable;

/**
 * The connection on which messages of subscribed channels arrive. It is not read while much waits to be delivered; the
 * engine then cuts it when its own limit is reached. For the engine thread alone.
 */
public final class MessageLink {

    /** Channels in one command. */
    private static final int BATCH = 500;

    private final Reconnecting<StatefulRedisPubSubConnection<byte[], byte[]>> reconnecting;
    private final Arrivals arrivals;
    private @Nullable Listener listener;
    private @Nullable StatefulRedisPubSubConnection<byte[], byte[]> connection;

    /** What messages arrive for. */
    public interface Listener {

        /** There is a new connection, which has no channel yet. */
        void opened();

        /** It is lost. */
        void lost();

        /** Messages of a channel arrive from now on. */
        void subscribed(String channel);

        /** A message. */
        void arrived(String channel, byte[] message);

        /** The same, earlier: on a thread of the driver, before those that wait are delivered. */
        void arrives(byte[] message);
    }

    MessageLink(
            EngineThread thread,
            String name,
            Timings timings,
            Supplier<CompletionStage<StatefulRedisPubSubConnection<byte[], byte[]>>> connect,
            Consumer<Boolean> read) {
        this.arrivals = new Arrivals(thread, read);
        this.reconnecting = new Reconnecting<>(name, thread, timings, connect, new Reconnecting.Use<>() {
            @Override
            public void opened(StatefulRedisPubSubConnection<byte[], byte[]> opened) {
                MessageLink.this.opened(opened);
            }

            @Override
            public void lost() {
                connection = null;
                if (listener != null) {
                    listener.lost();
                }
            }
        });
    }

    /** Connects. */
    public void connect(Listener newListener) {
        listener = newListener;
        reconnecting.connect();
    }

    /** Whether there is a connection. */
    public boolean isOpen() {
        return connection != null;
    }

    /** Whether the connection is not read for now. */
    public boolean isPaused() {
        return arrivals.isPaused();
    }

    /** Subscribes to channels; without a connection this has no effect. */
    public void subscribe(List<String> channels) {
        StatefulRedisPubSubConnection<byte[], byte[]> open = connection;
        if (open == null) {
            return;
        }
        for (int from = 0; from < channels.size(); from += BATCH) {
            byte[][] names = channels.subList(from, Math.min(from + BATCH, channels.size())).stream()
                    .map(Keys::bytes)
                    .toArray(byte[][]::new);
            CompletionStage<?> unused =
                    open.async().subscribe(names).whenComplete((nothing, failure) -> refused(open, failure));
        }
    }

    /** Ends a subscription. */
    public void unsubscribe(String channel) {
        if (connection != null) {
            CompletionStage<?> unused = connection.async().unsubscribe(new byte[][] {Keys.bytes(channel)});
        }
    }

    /** Gives up the connection, to open another one. */
    public void giveUp(String why) {
        if (connection != null) {
            reconnecting.failed(connection, why);
        }
    }

    /** Ends this for good. */
    public void end() {
        reconnecting.end();
        arrivals.end();
        listener = null;
        connection = null;
    }

    private void opened(StatefulRedisPubSubConnection<byte[], byte[]> opened) {
        Listener told = listener;
        if (told == null) {
            return;
        }
        connection = opened;
        opened.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(byte[] channel, byte[] message) {
                told.arrives(message);
                String name = Keys.text(channel);
                arrivals.add(message.length, () -> told.arrived(name, message));
            }

            @Override
            public void subscribed(byte[] channel, long count) {
                String name = Keys.text(channel);
                arrivals.add(0, () -> subscribedTo(opened, name));
            }
        });
        arrivals.readAgain();
        told.opened();
    }

    private void subscribedTo(StatefulRedisPubSubConnection<byte[], byte[]> on, String channel) {
        if (connection == on && listener != null) {
            reconnecting.works();
            listener.subscribed(channel);
        }
    }

    private void refused(StatefulRedisPubSubConnection<byte[], byte[]> on, @Nullable Throwable failure) {
        if (failure instanceof RedisCommandExecutionException) {
            arrivals.add(0, () -> reconnecting.failed(on, FailureText.of(failure)));
        }
    }
}
