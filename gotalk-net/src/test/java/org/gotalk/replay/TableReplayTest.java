package org.gotalk.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.conformance.Bytes;
import org.gotalk.conformance.ConformanceCase;
import org.gotalk.conformance.ConformanceCase.ReadLimits;
import org.gotalk.conformance.ConformanceTable;
import org.gotalk.conformance.Role;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.recorded.Transcript.Kind;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.test.internal.ManualScheduler;
import org.gotalk.testing.EchoedParts;
import org.gotalk.testing.ManualExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server answers by the tables of {@code src/test/resources/conformance}, over real sockets. */
class TableReplayTest {

    private final ManualExecutor executor = new ManualExecutor();

    static Stream<ConformanceCase> cases() {
        return ConformanceTable.streams();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void overTcp(ConformanceCase rule) throws IOException {
        try (Line line = new CarriedLine(Cables.tcp(Role.SERVER))) {
            assertAnswered(rule, line);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void overUnixSockets(ConformanceCase rule) throws IOException {
        try (Line line = new CarriedLine(Cables.unix(Role.SERVER))) {
            assertAnswered(rule, line);
        }
    }

    private void assertAnswered(ConformanceCase rule, Line line) throws IOException {
        Handlers handlers = Handlers.create()
                .handleBuffer("echo", (from, name, payload) -> CompletableFuture.completedFuture(payload))
                .handleStream("parts", EchoedParts::answer)
                .handleBufferNotification("note", (from, name, payload) -> from.notify("noted", payload));
        new EngineBuilder(() -> handlers)
                .limits(limits(rule.limits()))
                .executor(executor)
                .scheduler(new ManualScheduler())
                .build()
                .connect(line.transport(), Peer.at("table"));
        line.plays(new Step(true, Kind.BINARY, Payload.of(rule.stream())));
        executor.runAll();
        String heard =
                String.join("", line.heard().stream().map(sent -> sent.text()).toList());
        assertThat(heard).startsWith("01");
        assertThat(Bytes.show(heard.substring(2).getBytes(ISO_8859_1))).isEqualTo(Bytes.show(rule.outStream()));
        assertThat(line.closeCode().stream().toList()).isEqualTo(rule.end());
    }

    private static Limits limits(ReadLimits limits) {
        return Limits.builder()
                .maxName(limits.name())
                .maxPayload(limits.payload())
                .maxStreams(limits.streams())
                .build();
    }
}
