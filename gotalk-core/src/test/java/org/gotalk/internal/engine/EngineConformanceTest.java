package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.conformance.Bytes;
import org.gotalk.conformance.ConformanceCase;
import org.gotalk.conformance.ConformanceCase.ReadLimits;
import org.gotalk.conformance.ConformanceTable;
import org.gotalk.conformance.Conforms;
import org.gotalk.testing.EchoedParts;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server answers, by the tables of {@code src/test/resources/conformance}. */
class EngineConformanceTest {

    private final ManualExecutor executor = new ManualExecutor();
    private final RecordingApplication application = new RecordingApplication();
    private final RawPeer peer = new RawPeer();

    static Stream<ConformanceCase> streams() {
        return ConformanceTable.streams();
    }

    static Stream<ConformanceCase> textMessages() {
        return ConformanceTable.textMessages();
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("streams")
    void aServerAnswersAsTheTableSays(ConformanceCase rule) {
        connect(rule.limits());
        peer.says(new String(rule.stream(), ISO_8859_1));
        executor.runAll();
        assertAnswered(rule);
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("streams")
    void aServerAnswersTheSameByteByByte(ConformanceCase rule) {
        connect(rule.limits());
        for (byte b : rule.stream()) {
            peer.says(String.valueOf((char) (b & 0xff)));
        }
        executor.runAll();
        assertAnswered(rule);
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("textMessages")
    void aServerAnswersTextMessagesAsTheTableSays(ConformanceCase rule) {
        connect(rule.limits());
        for (ConformanceCase.Arrival arrival : rule.in()) {
            if (arrival.isText()) {
                peer.saysText(arrival.content().text());
            } else {
                peer.says(new String(arrival.bytes(), ISO_8859_1));
            }
        }
        executor.runAll();
        assertAnswered(rule);
    }

    private void connect(ReadLimits limits) {
        application
                .handlers()
                .handleBuffer("echo", (from, name, payload) -> CompletableFuture.completedFuture(payload))
                .handleStream("parts", EchoedParts::answer)
                .handleBufferNotification("note", (from, name, payload) -> from.notify("noted", payload));
        new EngineBuilder(application)
                .limits(Limits.builder()
                        .maxName(limits.name())
                        .maxPayload(limits.payload())
                        .maxStreams(limits.streams())
                        .build())
                .executor(executor)
                .scheduler(new ManualScheduler())
                .build()
                .connect(peer, Peer.at("table"));
        assertThat(peer.hears()).isEqualTo("01");
    }

    private void assertAnswered(ConformanceCase rule) {
        assertThat(Bytes.show(peer.hears().getBytes(ISO_8859_1))).isEqualTo(Bytes.show(rule.outStream()));
        assertThat(peer.closeCodes()).isEqualTo(rule.end());
    }
}
