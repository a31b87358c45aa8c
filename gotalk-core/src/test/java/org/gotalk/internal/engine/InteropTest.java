package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamEndedException;
import org.gotalk.conformance.Conforms;
import org.gotalk.conformance.Recording;
import org.gotalk.internal.wire.Decoder;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases in which implementations of one protocol are known to differ. */
class InteropTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final int ALL_IDS = 36 * 36 * 36 * 36;

    private final EngineFixture fixture =
            new EngineFixture(Limits.builder().maxOutbound(64 * MEBIBYTE).build());
    private final RawPeer peer = new RawPeer();
    private final List<CompletableFuture<byte[]>> held = new ArrayList<>();
    private Sock sock;

    @BeforeEach
    void connect() {
        fixture.application
                .handlers()
                .handleBuffer("echo", (from, name, payload) -> CompletableFuture.completedFuture(payload))
                .handleBuffer("hold", (from, name, payload) -> {
                    held.add(new CompletableFuture<>());
                    return held.get(held.size() - 1);
                })
                .handleBuffer("fail", (from, name, payload) -> {
                    throw new OperationException(new String(payload, UTF_8));
                });
        sock = fixture.connected(peer);
    }

    private String answerTo(String request) {
        peer.says(request);
        fixture.executor.runAll();
        return peer.hears();
    }

    @Test
    @Conforms("same-id-both-ways")
    void theIdOfARequestMayBeInUseByThePeer() {
        CompletableFuture<String> call =
                sock.requestAsync("greet", "Ann", String.class).toCompletableFuture();
        String id = peer.hears().substring(1, 5);
        assertThat(answerTo("r" + id + "004echo00000001a")).isEqualTo("R" + id + "00000001a");
        assertThat(call).isNotDone();
        peer.says("R" + id + "00000003\"1\"");
        fixture.executor.runAll();
        assertThat(call).isCompletedWithValue("1");
    }

    @Test
    @Conforms("duplicate-ids")
    void twoRequestsWithOneIdAreBothAnswered() {
        assertThat(answerTo("r0001004hold00000000r0001004echo00000001a")).isEqualTo("R000100000001a");
        held.get(0).complete(new byte[] {'b'});
        assertThat(peer.hears()).isEqualTo("R000100000001b");
    }

    @Test
    @Conforms("large-request-and-reply")
    void aLargeRequestAndItsReplyComeWhole() {
        String payload = "0123456789abcdef".repeat(MEBIBYTE / 16);
        assertThat(answerTo("r0001004echo00100000" + payload)).isEqualTo("R000100100000" + payload);
    }

    @Test
    @Conforms({"error-text", "utf-8-everywhere"})
    void theTextOfAnErrorMayHoldAnything() {
        String text = "a \"quoted\" \\ text,\r\n\tof two lines, with \u0000 and \u007f, é, 日本, 😀 and f00000002";
        byte[] utf8 = text.getBytes(UTF_8);
        String payload = "%08x%s".formatted(utf8.length, new String(utf8, ISO_8859_1));
        assertThat(answerTo("r0001004fail" + payload)).isEqualTo("E0001" + payload);
    }

    @Test
    @Conforms("thousand-large-requests")
    void eachOfAThousandLargeRequestsAtOnceGetsItsOwnAnswer() {
        String filling = "x".repeat((1 << 15) - 4);
        StringBuilder requests = new StringBuilder();
        StringBuilder answers = new StringBuilder("01");
        for (int i = 0; i < 1000; i++) {
            requests.append("r%04d004echo00008000%04d".formatted(i, i)).append(filling);
            answers.append("R%04d00008000%04d".formatted(i, i)).append(filling);
        }
        assertThat(understood("01" + answerTo(requests.toString())))
                .containsExactlyInAnyOrderElementsOf(understood(answers.toString()));
    }

    private static List<Object> understood(String bytes) {
        Recording recording = new Recording();
        new Decoder(1, MEBIBYTE, recording).feed(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)));
        return recording.events();
    }

    @Test
    @Conforms("early-end")
    void whoReadsTheEndOfAnAnswerFindsThatNothingMoreCanBeWritten() {
        Sock eager = new EngineBuilder(new RecordingApplication())
                .executor(Runnable::run)
                .scheduler(fixture.scheduler)
                .build()
                .connect(peer, Peer.at("test"));
        peer.says("01");
        StreamCall call = eager.streamRequest("up");
        call.request().write(new byte[] {'a'});
        String id = peer.hears().substring(3, 7);
        CompletableFuture<Boolean> writing = call.result()
                .readAsync()
                .thenApply(end -> call.request().tryWrite(new byte[] {'b'}))
                .toCompletableFuture();
        peer.says("S" + id + "00000000");
        assertThat(writing)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StreamEndedException.class);
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    @Conforms("id-wrap-around")
    void anIdIsUsedAgainAfterTheLastOneButNotWhileItIsInUse() {
        String inUse = requested();
        String answered = requested();
        peer.says("R" + answered + "00000000");
        for (int i = 2; i < ALL_IDS; i++) {
            peer.says("R" + requested() + "00000000");
            fixture.executor.runAll();
        }
        assertThat(requested()).isEqualTo(answered).isNotEqualTo(inUse);
    }

    private String requested() {
        CompletableFuture<byte[]> unused =
                sock.requestAsync("x", new byte[0], byte[].class).toCompletableFuture();
        return peer.hears().substring(1, 5);
    }
}
