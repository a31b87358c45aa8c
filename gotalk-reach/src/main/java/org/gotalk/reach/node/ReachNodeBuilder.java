package org.gotalk.reach.node;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.gotalk.PayloadCodec;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.RoomHistory;
import org.gotalk.reach.SessionLimits;
import org.gotalk.reach.internal.memory.MemoryBroker;
import org.gotalk.reach.internal.memory.MemoryPresence;
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.PresenceStore;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ReachNode}. All settings have defaults. */
public final class ReachNodeBuilder {

    private static final long MAX_UNDELIVERED = 8L << 20;

    private final String name;
    private ReachLimits limits = ReachLimits.defaults();
    private RoomHistory history = RoomHistory.NOTHING;
    private InstantSource clock = InstantSource.system();
    private SessionLimits sessions = SessionLimits.defaults();
    private @Nullable Scheduler scheduler;
    private @Nullable PayloadCodec codec;
    private @Nullable Executor executor;
    private @Nullable Broker broker;
    private @Nullable PresenceStore presence;

    ReachNodeBuilder(String name) {
        this.name = name;
    }

    /** Sets the limits; {@link ReachLimits#defaults()} by default. */
    public ReachNodeBuilder limits(ReachLimits newLimits) {
        limits = newLimits;
        return this;
    }

    /** Sets what is kept of each room where the application has no {@link RoomHistory}; nothing by default. */
    public ReachNodeBuilder history(RoomHistory newHistory) {
        history = newHistory;
        return this;
    }

    /** Sets the codec of values, which must be that of the connections; {@link PayloadCodec#fromClassPath()} by default. */
    public ReachNodeBuilder codec(PayloadCodec newCodec) {
        codec = newCodec;
        return this;
    }

    /** Sets what delivers when publishers should not; by default up to 16 threads that end with the node. */
    public ReachNodeBuilder executor(Executor newExecutor) {
        executor = newExecutor;
        return this;
    }

    /** Sets what carries messages; by default memory. The node closes it. */
    public ReachNodeBuilder broker(Broker newBroker) {
        broker = newBroker;
        return this;
    }

    /** Sets what knows who is present; by default memory. The node closes it. */
    public ReachNodeBuilder presence(PresenceStore newPresence) {
        presence = newPresence;
        return this;
    }

    /** Sets the time by which kept messages expire; that of the system by default. */
    public ReachNodeBuilder clock(InstantSource newClock) {
        clock = newClock;
        return this;
    }

    /** Sets the limits of sessions; {@link SessionLimits#defaults()} by default. */
    public ReachNodeBuilder sessions(SessionLimits newLimits) {
        sessions = newLimits;
        return this;
    }

    /** Sets what ends sessions whose peers do not come back; by default a thread that ends with the node. */
    public ReachNodeBuilder scheduler(ScheduledExecutorService newScheduler) {
        scheduler = new SystemScheduler(newScheduler);
        return this;
    }

    /** Sets the time of sessions, for tests. */
    ReachNodeBuilder scheduler(Scheduler newScheduler) {
        scheduler = newScheduler;
        return this;
    }

    /** Builds and starts the node. */
    public ReachNode build() {
        Executor givenExecutor = executor;
        Scheduler givenScheduler = scheduler;
        if (givenExecutor != null && givenScheduler != null) {
            return build(givenExecutor, givenScheduler, () -> {});
        }
        OwnThreads own = new OwnThreads();
        return build(
                givenExecutor == null ? own.executor() : givenExecutor,
                givenScheduler == null ? own.scheduler() : givenScheduler,
                own::end);
    }

    private ReachNode build(Executor delivery, Scheduler time, Runnable end) {
        NodeParts parts = new NodeParts(
                name,
                codec == null ? new ClassPathCodec() : codec,
                limits,
                broker == null ? new MemoryBroker(clock, delivery, MAX_UNDELIVERED, limits.maxHistory()) : broker,
                presence == null ? new MemoryPresence() : presence,
                new LocalPeers(name),
                new ChosenHistory(history));
        return new ReachNode(parts, sessions, time, delivery, end);
    }
}
