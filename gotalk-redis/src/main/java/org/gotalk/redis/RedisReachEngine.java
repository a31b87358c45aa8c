package org.gotalk.redis;

import java.time.Duration;
import org.gotalk.reach.spi.ReachEngine;
import org.gotalk.redis.internal.broker.RedisBroker;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.data.Unique;
import org.gotalk.redis.internal.link.EngineAddress;
import org.gotalk.redis.internal.link.EngineLinks;
import org.gotalk.redis.internal.link.Timings;
import org.gotalk.redis.internal.presence.RedisPresence;

/**
 * Rooms on several servers through Valkey, or Redis 6.2 and later: {@code redis://user:password@host:port/database}, or
 * {@code rediss://} with TLS. The user needs the commands and keys that docs/reach.md names.
 *
 * <p>A node has two connections, which are opened again whenever they are lost, and threads of its own, which end when both
 * parts are closed. What is published waits for the engine in a window of 8 MiB.
 */
public final class RedisReachEngine implements ReachEngine {

    private static final long MAX_WINDOW = 8L << 20;

    /** For {@link java.util.ServiceLoader}, and for programs without a container. */
    public RedisReachEngine() {}

    @Override
    public boolean accepts(String address) {
        return EngineAddress.isOne(address);
    }

    @Override
    public Connected connect(String address, Context context) {
        Duration timeout = context.limits().timeout();
        return connect(address, context, Timings.defaults(timeout), MAX_WINDOW);
    }

    static Connected connect(String address, Context context, Timings timings, long maxWindow) {
        EngineLinks links = new EngineLinks(EngineAddress.parse(address), context.threads(), timings);
        Keys keys = new Keys(context.application());
        String incarnation = new Unique().fixed();
        return new Connected(
                new RedisBroker(links, keys, incarnation, maxWindow), new RedisPresence(links, keys, incarnation));
    }
}
