/** Rooms on several servers, through Valkey or Redis. */
@SuppressWarnings("requires-automatic") // the driver has no module descriptor
module org.gotalk.redis {
    requires transitive org.gotalk.reach;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires lettuce.core;
    requires io.netty.common;
    requires io.netty.transport;

    exports org.gotalk.redis;

    provides org.gotalk.reach.spi.ReachEngine with
            org.gotalk.redis.RedisReachEngine;
}
