package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.jakarta.internal.concurrent.ApplicationScheduler;
import org.gotalk.jakarta.internal.concurrent.FallbackExecutor;
import org.gotalk.jakarta.internal.websocket.CallerCapture;
import org.gotalk.jakarta.internal.websocket.GotalkServer;
import org.gotalk.jakarta.internal.websocket.HandshakeContents;
import org.gotalk.jakarta.internal.websocket.HandshakeGate;
import org.gotalk.jakarta.internal.websocket.OriginPolicy;
import org.gotalk.jakarta.internal.websocket.SessionCloser;
import org.gotalk.jakarta.internal.websocket.TrustedProxies;
import org.gotalk.net.Gotalk;
import org.gotalk.reach.node.ReachNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunningGotalkTest {

    private static final long LONGEST_MILLIS = 20_000;

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ApplicationScheduler scheduler = new ApplicationScheduler(new SystemScheduler(clock));
    private final FallbackExecutor threads = new FallbackExecutor(pool, Runnable::run, scheduler);
    private final Engine engine = new EngineBuilder(Handlers::create)
            .executor(threads)
            .workers(8)
            .scheduler(scheduler)
            .build();

    @AfterEach
    void endThreads() {
        pool.shutdownNow();
        clock.shutdownNow();
    }

    @Test
    void theEndWaitsForHandlersWhoseConnectionsAreLost() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> events = new CopyOnWriteArrayList<>();
        engine.executor().execute(() -> {
            await(goOn);
            events.add("handler");
        });
        Thread end = new Thread(() -> {
            running(Duration.ofMillis(LONGEST_MILLIS)).stop();
            events.add("end");
        });
        end.start();
        waitUntilItWaits(end);

        goOn.countDown();

        end.join(LONGEST_MILLIS);
        assertThat(events).containsExactly("handler", "end");
    }

    @Test
    void theEndWaitsForHandlersNoLongerThanTheGrace() {
        CountDownLatch goOn = new CountDownLatch(1);
        engine.executor().execute(() -> await(goOn));

        running(Duration.ZERO).stop();

        assertThat(engine.load()).isEqualTo(1.0 / 8);
        goOn.countDown();
    }

    private RunningGotalk running(Duration grace) {
        HandshakeGate gate = new HandshakeGate(OriginPolicy.parse("*"), TrustedProxies.parse(""));
        SessionCloser closer = new SessionCloser(Thread::new, scheduler, Duration.ofSeconds(1));
        GotalkServer server = new GotalkServer(
                engine,
                gate,
                1024,
                0,
                closer,
                new CallerCapture(() -> Runnable::run, Set.of(), HandshakeContents.LEAST));
        return new RunningGotalk(
                server,
                Gotalk.on(engine, Thread::new),
                new ApplicationParts(
                        new ApplicationThreads(threads, scheduler, closer, true, () -> {}),
                        ReachNode.builder().build(),
                        new EndpointEvents(Handlers::create),
                        engine),
                grace);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONGEST_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitUntilItWaits(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }
}
