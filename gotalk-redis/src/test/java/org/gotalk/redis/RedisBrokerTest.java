package org.gotalk.redis;

import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.BrokerContract;
import org.gotalk.redis.engine.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisBrokerTest extends BrokerContract {

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
    protected Broker newBroker() {
        return new RedisReachEngine()
                .connect(engine.address(), Node.context(Node.newApplication()))
                .broker();
    }
}
