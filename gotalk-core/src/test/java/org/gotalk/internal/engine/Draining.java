package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;

/** A connection that drains, to a server with a slow operation, which is over when the test says so. */
abstract class Draining {

    static final Duration GRACE = Duration.ofSeconds(10);
    static final String SLOW = "004slow00000000";

    final EngineFixture fixture = new EngineFixture(Limits.builder()
            .maxConcurrentRequests(2)
            .minRetryWait(Duration.ofMillis(250))
            .maxRetryWait(Duration.ofMillis(250))
            .heartbeatInterval(Duration.ZERO)
            .build());
    final RawPeer peer = new RawPeer();
    final List<CompletableFuture<byte[]>> running = new ArrayList<>();

    @BeforeEach
    void offerSomethingSlow() {
        fixture.application.handlers().handleBuffer("slow", (from, name, payload) -> {
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            running.add(answer);
            return answer;
        });
    }

    /** A connection on which this many slow requests run, as far as they may. */
    Sock busyWith(int requests) {
        Sock sock = fixture.connected(peer);
        for (int i = 0; i < requests; i++) {
            peer.says("r%04d".formatted(i) + SLOW);
        }
        fixture.executor.runAll();
        return sock;
    }

    void finish(int request, String text) {
        running.get(request).complete(text.getBytes(UTF_8));
        fixture.executor.runAll();
    }

    void drain(Sock sock) {
        CompletionStage<CloseReason> unused = sock.drain(GRACE);
        fixture.executor.runAll();
    }

    void assertStillOpen() {
        fixture.executor.runAll();
        assertThat(peer.closeCodes()).isEmpty();
    }

    void assertDrained() {
        fixture.executor.runAll();
        assertThat(peer.closeCodes()).containsExactly(1012);
    }
}
