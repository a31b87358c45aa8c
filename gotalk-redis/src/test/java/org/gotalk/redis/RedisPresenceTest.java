package org.gotalk.redis;

import org.gotalk.reach.spi.PresenceStore;
import org.gotalk.reach.spi.PresenceStoreContract;
import org.gotalk.redis.engine.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisPresenceTest extends PresenceStoreContract {

    private static Engine engine;

    @BeforeAll
    static void startEngine() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    static void endEngine() throws Exception {
        engine.close();
    }

    @Override
    protected PresenceStore newStore() {
        return new RedisReachEngine()
                .connect(engine.address(), Node.context(Node.newApplication()))
                .presence();
    }
}
