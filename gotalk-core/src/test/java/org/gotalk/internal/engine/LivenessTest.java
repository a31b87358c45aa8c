package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Heartbeat;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.conformance.Conforms;
import org.gotalk.internal.concurrent.PeriodicCheck;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What heartbeats say, in both directions. */
class LivenessTest {

    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private final EngineFixture fixture =
            new EngineFixture(Limits.builder().maxConcurrentRequests(4).build());
    private final RawPeer peer = new RawPeer();

    @BeforeEach
    void offerSomethingSlow() {
        fixture.application
                .handlers()
                .handleBuffer("slow", (from, name, payload) -> new CompletableFuture<>())
                .handleBufferNotification("note", (from, name, payload) -> fixture.application.note("notification"));
    }

    private Engine engineOfTwoWorkers() {
        return new EngineBuilder(fixture.application)
                .limits(Limits.builder().maxConcurrentRequests(4).build())
                .executor(fixture.executor)
                .workers(2)
                .scheduler(fixture.scheduler)
                .build();
    }

    private RawPeer connected(Engine engine) {
        RawPeer other = new RawPeer();
        engine.connect(other, Peer.at("test"));
        other.says("01");
        fixture.executor.runAll();
        other.hears();
        return other;
    }

    /** The load in the next heartbeat that a new peer hears, of whose requests some run. */
    private String loadHeard(int requestsRunning) {
        RawPeer other = connected(engineOfTwoWorkers());
        other.says("r0001004slow00000000".repeat(requestsRunning));
        fixture.executor.runAll();
        other.hears();
        fixture.scheduler.advance(INTERVAL);
        return other.hears().substring(1, 5);
    }

    @Test
    void theLoadIsTheShareOfPermitsInUse() {
        assertThat(loadHeard(0)).isEqualTo("0000");
        assertThat(loadHeard(1)).isEqualTo("4000");
        assertThat(loadHeard(4)).isEqualTo("ffff");
    }

    @Test
    void theLoadIsTheShareOfWorkersInUseWhereThatIsLarger() {
        Engine engine = engineOfTwoWorkers();
        RawPeer other = connected(engine);
        RawPeer busy = connected(engine);
        List<String> heard = new ArrayList<>();
        fixture.application.handlers().handleBufferNotification("busy", (from, name, payload) -> {
            EngineThread.refuseToWait("a wait for a heartbeat", "none");
            fixture.scheduler.advance(INTERVAL);
            heard.add(other.hears().substring(1, 5));
        });
        busy.says("n004busy00000000");
        fixture.executor.runAll();
        assertThat(heard).containsExactly("8000");
    }

    @Test
    void theLastHeartbeatOfThePeerIsHereAtOnce() {
        Sock sock = fixture.connected(peer);
        assertThat(sock.heartbeat()).isEmpty();
        peer.says("h00006b49d214");
        peer.says("hffffffffffff");
        assertThat(sock.heartbeat()).contains(new Heartbeat(1, Instant.ofEpochSecond(4_294_967_295L)));
    }

    @Test
    @Conforms("heartbeat-edges")
    void theLoadOfThePeerIsAShare() {
        Sock sock = fixture.connected(peer);
        peer.says("h000000000000");
        assertThat(sock.heartbeat().orElseThrow()).isEqualTo(new Heartbeat(0, Instant.EPOCH));
        peer.says("h333300000000");
        assertThat(sock.heartbeat().orElseThrow().load()).isEqualTo(0.2);
    }

    @Test
    void theApplicationIsToldInOrderWithNotifications() {
        fixture.connected(peer);
        peer.says("n004note00000000h000000000000n004note00000000");
        fixture.executor.runAll();
        assertThat(fixture.application.events())
                .containsExactly("opened", "notification", "heartbeat 0.0", "notification");
    }

    @Test
    void ofManyThatCameMeanwhileTheApplicationIsToldTheLast() {
        fixture.connected(peer);
        peer.says("h000000000000".repeat(10_000) + "hffff00000000");
        assertThat(fixture.executor.submissions())
                .as("the connection and its heartbeats")
                .isEqualTo(2);
        fixture.executor.runAll();
        assertThat(fixture.application.events()).containsExactly("opened", "heartbeat 1.0");
    }

    @Test
    void theApplicationIsToldOfEachThatFindsItIdle() {
        fixture.connected(peer);
        for (String load : new String[] {"0000", "ffff"}) {
            peer.says("h" + load + "00000000");
            fixture.executor.runAll();
        }
        assertThat(fixture.application.events()).containsExactly("opened", "heartbeat 0.0", "heartbeat 1.0");
    }

    @Test
    void theApplicationIsToldNothingAfterTheEnd() {
        RawPeer talksOn = new RawPeer() {
            @Override
            public void close(int code, String reason) {
                super.close(code, reason);
                says("h000000000000n004note00000000");
            }
        };
        fixture.connected(talksOn).close();
        fixture.executor.runAll();
        assertThat(fixture.application.events()).containsExactly("opened", "closed NORMAL");
    }

    @Test
    void aPeerThatFloodsAnExecutorThatIsFullCostsNothing() {
        fixture.connected(peer);
        fixture.scheduler.advance(PeriodicCheck.INTERVAL);
        fixture.executor.isFull(true);
        peer.says("h000000000000".repeat(10_000));
        assertThat(fixture.scheduler.pending()).as("the tick and one attempt").isEqualTo(2);
        fixture.executor.isFull(false);
        fixture.scheduler.advance(Duration.ofSeconds(1));
        fixture.executor.runAll();
        assertThat(fixture.application.events()).containsExactly("opened", "heartbeat 0.0");
    }
}
