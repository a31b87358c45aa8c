package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamEndedException;
import org.gotalk.StreamOverflowException;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.conformance.Conforms;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a stream that is not read as fast as it comes, and of the connection that it comes by. */
class StreamPressureTest {

    private static final String TOO_MUCH = "stream of \"hold\" was not read in time: more than 1000 bytes wait";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final EngineFixture fixture = new EngineFixture(Limits.builder()
            .maxStreamBuffer(1000)
            .maxConcurrentRequests(2)
            .heartbeatInterval(Duration.ZERO)
            .build());
    private final RawPeer peer = new RawPeer();
    private final List<StreamRequest> requests = new ArrayList<>();
    private final List<StreamResult> results = new ArrayList<>();
    private final List<CompletableFuture<byte[]>> held = new ArrayList<>();
    private Sock sock;

    @BeforeEach
    void connect() {
        fixture.application
                .handlers()
                .handleStream("hold", (from, request, result) -> {
                    requests.add(request);
                    results.add(result);
                    held.add(new CompletableFuture<>());
                    return held.get(held.size() - 1);
                })
                .handle("small", String.class, value -> value);
        sock = fixture.connected(peer);
    }

    /** Streams that have begun, with ids from 0000 on. */
    private void hold(int count) {
        for (int i = 0; i < count; i++) {
            peer.says("s000" + i + "004hold00000000");
        }
        fixture.executor.runAll();
        assertThat(requests).hasSize(count);
    }

    private void part(int stream, int size) {
        peer.says("p000" + stream + "%08x".formatted(size) + "x".repeat(size));
    }

    private static String error(int stream) {
        return "E000" + stream + "%08x".formatted(TOO_MUCH.length()) + TOO_MUCH;
    }

    @Test
    void aStreamThatIsFullPausesReadingUntilHalfOfItIsRead() {
        hold(1);
        for (int i = 0; i < 4; i++) {
            assertThat(peer.isPaused()).isFalse();
            part(0, 200);
        }
        assertThat(peer.isPaused()).isTrue();
        requests.get(0).read();
        requests.get(0).read();
        assertThat(peer.isPaused()).as("200 bytes and what a part costs, twice").isTrue();
        requests.get(0).read();
        assertThat(peer.isPaused()).isFalse();
    }

    @Test
    void partsOfOneByteFillABufferToo() {
        hold(1);
        for (int i = 0; i < 16; i++) {
            part(0, 1);
        }
        assertThat(peer.isPaused()).isTrue();
    }

    @Test
    void aPartLargerThanTheBufferIsTakenIfThatIsNotFull() {
        hold(1);
        part(0, 5000);
        assertThat(peer.isPaused()).isTrue();
        assertThat(requests.get(0).read())
                .hasValueSatisfying(part -> assertThat(part).hasSize(5000));
        assertThat(peer.isPaused()).isFalse();
    }

    @Test
    @Conforms("stream-not-read")
    void afterThePauseTheNextPartFailsThatStreamAlone() {
        hold(2);
        part(0, 1000);
        fixture.scheduler.advance(PAUSE);
        assertThat(peer.isPaused()).isFalse();
        part(1, 10);
        peer.says("r0009005small00000003\"a\"");
        fixture.executor.runAll();
        assertThat(peer.hears()).as("nothing has failed yet").isEmpty();
        part(0, 10);
        assertThat(peer.hears()).isEqualTo(error(0));
        assertThatThrownBy(() -> requests.get(0).read()).isInstanceOf(StreamOverflowException.class);
        assertThatThrownBy(() -> results.get(0).write(new byte[1])).isInstanceOf(StreamEndedException.class);
        assertThat(requests.get(1).read()).isPresent();
        held.get(0).complete(new byte[0]);
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000900000003\"a\"");
    }

    @Test
    @Conforms("late-parts")
    void partsOfAStreamThatHasFailedCostNothing() {
        hold(1);
        part(0, 1000);
        fixture.scheduler.advance(PAUSE);
        for (int i = 0; i < 100; i++) {
            part(0, 1000);
        }
        assertThat(peer.isPaused()).isFalse();
        assertThat(peer.hears()).isEqualTo(error(0));
        assertThat(peer.closeCodes()).isEmpty();
    }

    @Test
    void aReaderThatCatchesUpAfterThePauseKeepsItsStream() {
        hold(1);
        part(0, 500);
        part(0, 500);
        fixture.scheduler.advance(PAUSE);
        requests.get(0).read();
        part(0, 100);
        assertThat(peer.isPaused()).isFalse();
        part(0, 500);
        assertThat(peer.isPaused()).as("full once more").isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(requests.get(0).read()).isPresent();
        }
        assertThat(peer.isPaused()).isFalse();
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void aStreamThatIsFullHasItsOwnTimeWhateverOthersDid() {
        hold(2);
        part(0, 1000);
        fixture.scheduler.advance(PAUSE);
        part(1, 1000);
        assertThat(peer.isPaused()).isTrue();
        fixture.scheduler.advance(PAUSE.minusMillis(1));
        assertThat(peer.isPaused()).isTrue();
        fixture.scheduler.advance(Duration.ofMillis(1));
        assertThat(peer.isPaused()).isFalse();
        part(1, 10);
        assertThat(peer.hears()).isEqualTo(error(1));
    }

    @Test
    void aSecondPauseHasAllItsTime() {
        hold(1);
        part(0, 1000);
        fixture.scheduler.advance(PAUSE.dividedBy(2));
        requests.get(0).read();
        part(0, 1000);
        fixture.scheduler.advance(PAUSE.minusMillis(1));
        assertThat(peer.isPaused()).isTrue();
        fixture.scheduler.advance(Duration.ofMillis(1));
        assertThat(peer.isPaused()).isFalse();
    }

    @Test
    @Conforms("abandoned-stream")
    void aFullStreamThatIsLetGoPausesNothing() {
        hold(2);
        part(0, 1000);
        requests.get(0).close();
        assertThat(peer.isPaused()).isFalse();
        part(1, 1000);
        held.get(1).complete(new byte[0]);
        assertThat(peer.isPaused()).isFalse();
    }

    @Test
    void aFullStreamThatHasEndedPausesNothing() {
        hold(1);
        peer.says("p0000000003e8" + "x".repeat(1000) + "p000000000000");
        fixture.scheduler.advance(PAUSE);
        assertThat(peer.isPaused()).isFalse();
        assertThat(requests.get(0).readAll(1000)).hasSize(1000);
    }

    @Test
    void aRequestThatCameAsAWholePausesNothing() {
        peer.says("r0001004hold00001000" + "x".repeat(4096));
        fixture.executor.runAll();
        assertThat(peer.isPaused()).isFalse();
        assertThat(requests.get(0).readAll(4096)).hasSize(4096);
    }

    @Test
    void aStreamThatWaitsForItsPermitIsBoundedLikewise() {
        hold(2);
        peer.says("s0002004hold00000000");
        part(2, 1000);
        assertThat(peer.isPaused()).isTrue();
        fixture.scheduler.advance(PAUSE);
        part(2, 10);
        assertThat(peer.hears()).isEqualTo(error(2));
        held.get(0).complete(new byte[0]);
        fixture.executor.runAll();
        assertThat(requests).as("it never runs").hasSize(2);
    }

    @Test
    void anAnswerThatIsNotReadFailsAtTheCallerAlone() {
        StreamCall call = sock.streamRequest("up");
        call.request().write("one".getBytes(UTF_8));
        peer.hears();
        String part = "SA000000003e8" + "x".repeat(1000);
        peer.says(part);
        assertThat(peer.isPaused()).isTrue();
        fixture.scheduler.advance(PAUSE);
        peer.says(part + part + part);
        assertThat(peer.isPaused()).isFalse();
        assertThat(peer.hears()).as("the request ends").isEqualTo("pA00000000000");
        assertThatThrownBy(() -> call.result().read()).isInstanceOf(StreamOverflowException.class);
        assertThatThrownBy(() -> call.request().write(new byte[1])).isInstanceOf(StreamOverflowException.class);
    }

    @Test
    void theEndOfTheConnectionEndsThePause() {
        hold(1);
        part(0, 1000);
        peer.vanishes(1006);
        assertThat(peer.isPaused()).isFalse();
        fixture.scheduler.advance(PAUSE);
        assertThat(fixture.scheduler.pending()).as("the engine's tick").isEqualTo(1);
    }
}
