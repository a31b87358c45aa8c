package org.gotalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.conformance.Conforms;
import org.gotalk.conformance.Recording;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.internal.wire.Decoder;
import org.gotalk.internal.wire.message.HeartbeatMessage;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.internal.wire.message.StreamRequestMessage;
import org.gotalk.internal.wire.message.StreamRequestPart;
import org.gotalk.recorded.Ids;
import org.gotalk.recorded.Transcript;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.replay.Playing.Carrier;
import org.gotalk.spi.Application;
import org.gotalk.test.internal.ManualScheduler;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.RecordingChannel.Sent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our client asks the recorded servers what the reference's client asked, and gets the same answers. */
class ClientReplayTest {

    private static final Duration HEARTBEATS = Duration.ofSeconds(2);

    private final ManualExecutor executor = new ManualExecutor();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<CompletableFuture<byte[]>> calls = new ArrayList<>();
    private final Map<RequestId, StreamCall> streams = new HashMap<>();

    /**
     * Of the clients whose part ours can take: it does not break the protocol, and makes no stream requests where the
     * other side may be the reference's browser library.
     */
    static Stream<Playing> exchanges() {
        return Playing.ofOurClient(Transcript.all()
                .filter(transcript -> transcript.name().startsWith("go-"))
                .filter(transcript ->
                        !transcript.name().matches(".*(version-mismatch|unknown-type).*|go-ws-.*stream.*")));
    }

    @ParameterizedTest
    @Conforms("recorded")
    @MethodSource("exchanges")
    void ourClientSendsWhatTheReferenceSent(Playing playing) throws IOException {
        try (Line line = Line.of(playing, executor)) {
            replay(playing.transcript(), line);
        }
    }

    private void replay(Transcript transcript, Line line) throws IOException {
        Sock sock = connect(line, transcript.name().contains("heartbeat-out"));
        Recording asked = new Recording();
        Decoder client = new Decoder(4095, 1 << 20, asked);
        Ids ids = new Ids(transcript.segments(true));
        for (Step step : transcript.steps()) {
            executor.runAll();
            ids.ours(line.segments());
            if (!step.fromClient()) {
                line.plays(step.isData() ? ids.asOurs(step) : step);
            } else if (step.isData()) {
                int before = asked.events().size();
                client.feed(ByteBuffer.wrap(step.content().bytes()));
                asked.events().stream().skip(before).forEach(event -> act(sock, event));
            }
        }
        executor.runAll();
        assertThat(ids.asRecorded(line.segments())).isEqualTo(transcript.segments(true));
        assertThat(line.heard()).hasSameSizeAs(line.segments()).noneMatch(Sent::isText);
        assertThat(calls.stream().map(Outcomes::of).toList()).isEqualTo(Outcomes.recorded(transcript));
    }

    /** Why the recorded server ended the conversation. Sockets end by direction, so not where one side is a recording. */
    static Stream<Arguments> ends() {
        Map<String, CloseReason.Code> codes = Map.of(
                "read-timeout-timeout", CloseReason.Code.TIMEOUT,
                "protocol-error-unknown-type", CloseReason.Code.INVALID_MESSAGE,
                "version-mismatch-closes", CloseReason.Code.NORMAL,
                "ws-echo-json", CloseReason.Code.NORMAL);
        return codes.entrySet().stream()
                .flatMap(end -> Playing.ofOurClient(
                                Transcript.all().filter(each -> each.name().matches("go-.*" + end.getKey())))
                        .filter(playing -> playing.carrier() == Carrier.SEAM || playing.carrier() == Carrier.WEBSOCKET)
                        .map(playing -> Arguments.of(playing, end.getValue())));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void ourClientKnowsWhyTheServerEndedTheConversation(Playing playing, CloseReason.Code code) throws IOException {
        try (Line line = Line.of(playing, executor)) {
            Sock sock = connect(line, false);
            for (Step step : playing.transcript().steps()) {
                if (!step.fromClient()) {
                    line.plays(step);
                    executor.runAll();
                }
            }
            assertThat(sock.isOpen()).isFalse();
            assertThat(sock.closed().toCompletableFuture())
                    .isCompletedWithValueMatching(reason -> reason.code() == code);
        }
    }

    private Sock connect(Line line, boolean heartbeats) {
        Handlers handlers = RecordedHandlers.ofTheClient();
        Application application = () -> handlers;
        return new EngineBuilder(application)
                .limits(Limits.builder()
                        .heartbeatInterval(heartbeats ? HEARTBEATS : Duration.ZERO)
                        .maxAttempts(1) // the recorded clients did not come to try again
                        .build())
                .executor(executor)
                .scheduler(scheduler)
                .build()
                .connect(line.transport(), Peer.at("recorded server"));
    }

    /** Makes our client say the same. Results it has to find by itself. */
    private void act(Sock sock, Object event) {
        if (event instanceof SingleRequest request) {
            calls.add(sock.requestAsync(request.operation(), request.payload().bytes(), byte[].class)
                    .toCompletableFuture());
        } else if (event instanceof StreamRequestMessage request) {
            StreamCall stream = sock.streamRequest(request.operation());
            streams.put(request.id(), stream);
            calls.add(Outcomes.parts(stream.result()));
            write(stream, request.payload());
        } else if (event instanceof StreamRequestPart part) {
            write(streams.get(part.id()), part.payload());
        } else if (event instanceof NotificationMessage notification) {
            sock.tryNotify(notification.name(), notification.payload().bytes());
        } else if (event instanceof HeartbeatMessage) {
            scheduler.advance(HEARTBEATS);
        }
    }

    private static void write(StreamCall stream, Payload part) {
        if (part.isEmpty()) {
            stream.request().close();
        } else {
            assertThat(stream.request().tryWrite(part.bytes())).isTrue();
        }
    }
}
