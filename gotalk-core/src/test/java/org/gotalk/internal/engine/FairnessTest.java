package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.spi.Transport;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/**
 * However many peers keep however many requests in flight, one of another peer has its turn behind at most one of each: it
 * begins within the time of their handlers, times their number, divided by the workers.
 */
class FairnessTest {

    private static final int WORKERS = 4;
    private static final int GREEDY = 40;
    private static final Duration SLOW = Duration.ofMillis(100);

    private final ManualScheduler time = new ManualScheduler();
    private final ManualExecutor executor = new ManualExecutor();
    private final RecordingApplication application = new RecordingApplication();
    private final Engine engine = new EngineBuilder(application)
            .limits(Limits.builder()
                    .maxConcurrentRequests(1000)
                    .readPause(Duration.ofHours(1))
                    .readTimeout(Duration.ofHours(1))
                    .build())
            .executor(executor)
            .workers(WORKERS)
            .scheduler(time)
            .build();
    private final List<String> begun = new ArrayList<>();

    private RawPeer connected() {
        RawPeer peer = new RawPeer();
        engine.connect((Transport) peer, Peer.at("test"));
        peer.says("01");
        executor.runAll();
        peer.hears();
        return peer;
    }

    @Test
    void aLoneRequestBeginsBehindOneOfEachGreedyPeerAtMost() {
        application
                .handlers()
                .handleBuffer("slow", (peer, name, payload) -> {
                    begun.add("slow");
                    time.advance(SLOW);
                    return CompletableFuture.completedFuture(payload);
                })
                .handleBuffer("lone", (peer, name, payload) -> {
                    begun.add("lone");
                    return CompletableFuture.completedFuture(payload);
                });
        List<RawPeer> greedy = new ArrayList<>();
        for (int i = 0; i < GREEDY; i++) {
            greedy.add(connected());
        }
        RawPeer lone = connected();
        greedy.forEach(peer -> peer.says("r0001004slow00000000".repeat(50)));
        lone.says("r0001004lone00000000");
        executor.runAll();
        assertThat(begun).hasSize(GREEDY * 50 + 1);
        assertThat(begun.indexOf("lone")).isLessThanOrEqualTo(GREEDY + WORKERS);
    }
}
