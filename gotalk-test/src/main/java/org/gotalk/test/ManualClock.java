package org.gotalk.test;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.gotalk.test.internal.InMemoryServer;
import org.gotalk.test.internal.ManualScheduler;

/**
 * The time of a {@link TestServer} and its peers, which stands still until the test moves it. It is that of timeouts,
 * heartbeats and the expiry of credentials, see {@link org.gotalk.Limits}; what an application reads off other clocks
 * goes on as ever. By the time the engine also notices that a handler blocks its thread while others wait for it: then it
 * moves by 10 ms at most.
 *
 * <p>Waits of a {@link TestPeer} that are not its own, such as those for parts of a stream, are limited by this time, and
 * so not at all while it stands: JUnit's {@code @Timeout} ends them.
 */
public final class ManualClock {

    private final ManualScheduler scheduler;
    private final Supplier<InMemoryServer> server;

    ManualClock(ManualScheduler scheduler, Supplier<InMemoryServer> server) {
        this.scheduler = scheduler;
        this.server = server;
    }

    /** The present time; a day in 2030 at first. */
    public Instant now() {
        return scheduler.now();
    }

    /**
     * Lets time pass. Returns when all that came due has been done, each at its own time, and its messages have been
     * handled, as after {@link TestServer#settle()}. Timeouts are checked four times a second, so they are up to 250 ms
     * late.
     */
    public void advance(Duration span) {
        server.get().advance(scheduler, span);
    }
}
