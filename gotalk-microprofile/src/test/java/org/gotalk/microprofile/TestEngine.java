package org.gotalk.microprofile;

import java.time.Duration;
import java.util.List;
import org.gotalk.Sock;
import org.gotalk.spi.EngineStatus;

/** An engine in a state that a test wants. */
record TestEngine(String name, boolean isDraining, Duration executorDelay, Duration sinceTick) implements EngineStatus {

    static TestEngine idle(String name) {
        return new TestEngine(name, false, Duration.ZERO, Duration.ofMillis(200));
    }

    TestEngine draining() {
        return new TestEngine(name, true, executorDelay, sinceTick);
    }

    TestEngine delayedBy(Duration delay) {
        return new TestEngine(name, isDraining, delay, sinceTick);
    }

    TestEngine tickedBefore(Duration pause) {
        return new TestEngine(name, isDraining, executorDelay, pause);
    }

    @Override
    public boolean isExecutorStuck() {
        return executorDelay.compareTo(Duration.ofSeconds(10)) > 0;
    }

    @Override
    public List<Sock> socks() {
        return List.of();
    }

    @Override
    public int runningRequests() {
        return 0;
    }

    @Override
    public int waitingMessages() {
        return 0;
    }

    @Override
    public long waitingBytes() {
        return 0;
    }

    @Override
    public long outboundBytes() {
        return 0;
    }

    @Override
    public double load() {
        return 0;
    }
}
