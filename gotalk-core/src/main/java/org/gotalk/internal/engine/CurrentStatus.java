package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.gotalk.Sock;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.ExecutorProbe;
import org.gotalk.spi.EngineStatus;

/** What an engine has to do when it is asked. */
final class CurrentStatus implements EngineStatus {

    private static final AtomicLong NEXT_NAME = new AtomicLong();

    private final String name;
    private final EngineSettings settings;
    private final Duration maxExecutorDelay;
    private final Collection<Connection> connections;
    private final BooleanSupplier isDraining;
    private final ExecutorProbe probe;
    private volatile long tickedAt;

    CurrentStatus(
            String name,
            EngineSettings settings,
            Duration maxExecutorDelay,
            Collection<Connection> connections,
            BooleanSupplier isDraining) {
        this.name = name.isEmpty() ? "gotalk-" + NEXT_NAME.incrementAndGet() : name;
        this.settings = settings;
        this.maxExecutorDelay = maxExecutorDelay;
        this.connections = connections;
        this.isDraining = isDraining;
        this.probe = new ExecutorProbe(settings.executor(), settings.scheduler());
        this.tickedAt = settings.scheduler().nanoTime();
    }

    /** The engine's clock has ticked. */
    void ticks(long now) {
        tickedAt = now;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Sock> socks() {
        return connections.stream().map(Connection::sock).map(Sock.class::cast).toList();
    }

    @Override
    public int runningRequests() {
        return (int) sum(sock -> sock.backlog().running());
    }

    @Override
    public int waitingMessages() {
        return (int) sum(sock -> sock.backlog().waiting());
    }

    @Override
    public long waitingBytes() {
        return sum(sock -> sock.backlog().waitingBytes());
    }

    @Override
    public long outboundBytes() {
        return sum(ConnectionSock::outboundBytes);
    }

    @Override
    public double load() {
        return settings.workers().load();
    }

    @Override
    public boolean isDraining() {
        return isDraining.getAsBoolean();
    }

    @Override
    public Duration executorDelay() {
        return probe.delay();
    }

    @Override
    public boolean isExecutorStuck() {
        return executorDelay().compareTo(maxExecutorDelay) > 0;
    }

    @Override
    public Duration sinceTick() {
        return Duration.ofNanos(settings.scheduler().nanoTime() - tickedAt);
    }

    private long sum(ToLongFunction<ConnectionSock> amount) {
        return connections.stream().map(Connection::sock).mapToLong(amount).sum();
    }
}
