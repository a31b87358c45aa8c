package org.gotalk.redis.internal.link;

import static org.gotalk.redis.internal.link.RedisLog.LOG;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.event.DefaultEventPublisherOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The driver, with its threads. For the engine thread alone: a thread that has called it keeps objects of its classes,
 * which for a thread of a server would be for ever.
 */
final class LettuceClient {

    private static final int THREADS = 2;
    private static final long LONGEST_END_SECONDS = 2;

    private final RedisURI uri;
    private final ClientResources resources;
    private final ClientResources messageResources;
    private final RedisClient commands;
    private final RedisClient messages;
    private volatile @Nullable Channel messageChannel; // the newest

    LettuceClient(EngineAddress address, ThreadFactory threads, Duration timeout) {
        uri = address.uri(timeout);
        resources = ClientResources.builder()
                .threadFactoryProvider(pool -> threads)
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .commandLatencyPublisherOptions(DefaultEventPublisherOptions.disabled())
                .build();
        messageResources = resources
                .mutate()
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        messageChannel = channel;
                    }
                })
                .build();
        commands = client(resources, timeout);
        messages = client(messageResources, timeout);
    }

    private static RedisClient client(ClientResources resources, Duration timeout) {
        RedisClient client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .protocolVersion(ProtocolVersion.RESP2)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(timeout)
                        .keepAlive(true)
                        .build())
                .build());
        return client;
    }

    CompletionStage<StatefulRedisConnection<byte[], byte[]>> connect() {
        return commands.connectAsync(ByteArrayCodec.INSTANCE, uri);
    }

    CompletionStage<StatefulRedisPubSubConnection<byte[], byte[]>> connectForMessages() {
        return messages.connectPubSubAsync(ByteArrayCodec.INSTANCE, uri);
    }

    /** Has the newest connection for messages read, or not. */
    void read(boolean reads) {
        Channel channel = messageChannel;
        if (channel != null) {
            channel.config().setAutoRead(reads);
        }
    }

    /** Closes all connections and ends all threads. */
    void close() {
        messages.shutdown(0, LONGEST_END_SECONDS, TimeUnit.SECONDS);
        commands.shutdown(0, LONGEST_END_SECONDS, TimeUnit.SECONDS);
        end(messageResources);
        end(resources);
        awaitLastThread();
    }

    /** Netty runs the last callbacks on a thread of its own making, which ends a second after them. */
    private static void awaitLastThread() {
        try {
            boolean unused = GlobalEventExecutor.INSTANCE.awaitInactivity(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (IllegalStateException e) {
            LOG.log(Level.TRACE, "it has not begun", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(ClientResources resources) {
        boolean unused = resources
                .shutdown(0, LONGEST_END_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    }
}
