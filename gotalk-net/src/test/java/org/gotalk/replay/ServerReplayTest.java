package org.gotalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.conformance.Conforms;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.recorded.Differences;
import org.gotalk.recorded.Ids;
import org.gotalk.recorded.Transcript;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.spi.Application;
import org.gotalk.test.internal.ManualScheduler;
import org.gotalk.testing.ManualExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded clients, browser libraries among them, talk to our server as they did to the reference's. */
class ServerReplayTest {

    private static final Duration HEARTBEATS = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofMillis(250);

    private final ManualExecutor executor = new ManualExecutor();
    private final ManualScheduler scheduler = new ManualScheduler();

    static Stream<Playing> exchanges() {
        return Playing.ofOurServer(Transcript.servedByOurs());
    }

    @ParameterizedTest
    @Conforms("recorded")
    @MethodSource("exchanges")
    void ourServerSendsWhatTheReferenceSent(Playing playing) throws IOException {
        try (Line line = connect(playing)) {
            replay(playing.transcript(), line);
        }
    }

    private void replay(Transcript transcript, Line line) throws IOException {
        List<String> recorded = transcript.segments(false);
        Ids ids = new Ids(recorded);
        for (Step step : transcript.steps()) {
            executor.runAll();
            ids.ours(line.segments());
            if (step.fromClient()) {
                line.plays(step.isData() ? ids.asOurs(step) : step);
            } else {
                scheduler.advance(timeUntil(step));
            }
        }
        executor.runAll();
        assertThat(ids.asRecorded(line.segments())).isEqualTo(Differences.applied(transcript, recorded));
        assertThat(line.closeCode()).isEqualTo(Differences.closeCode(transcript));
        assertThat(line.heard()).hasSameSizeAs(line.segments());
        assertThat(line.heard().stream().skip(1)).allMatch(sent -> sent.isText() == transcript.isTextMode());
    }

    private Line connect(Playing playing) throws IOException {
        Transcript transcript = playing.transcript();
        Line line = Line.of(playing, executor);
        Handlers handlers = RecordedHandlers.ofTheServer(scheduler);
        Application application = () -> handlers;
        new EngineBuilder(application)
                .limits(limits(transcript))
                .executor(executor)
                .scheduler(scheduler)
                .build()
                .connect(line.transport(), Peer.at(transcript.name()));
        return line;
    }

    private static Limits limits(Transcript transcript) {
        return Limits.builder()
                .heartbeatInterval(transcript.server().contains("heartbeat 2 s") ? HEARTBEATS : Duration.ZERO)
                .readTimeout(READ_TIMEOUT)
                .maxStreams(transcript.server().contains("default limits") ? 0 : 16)
                .maxConcurrentRequests(transcript.server().contains("limited") ? 1 : 64)
                .build();
    }

    private static Duration timeUntil(Step step) {
        return switch (step.content().text()) {
            case "f00000003" -> READ_TIMEOUT.plus(A_MOMENT);
            default -> step.content().text().startsWith("h") ? HEARTBEATS : A_MOMENT;
        };
    }
}
