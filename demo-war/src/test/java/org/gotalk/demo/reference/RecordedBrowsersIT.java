package org.gotalk.demo.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gotalk.conformance.Conforms;
import org.gotalk.demo.peer.Handshake;
import org.gotalk.demo.peer.RawClient;
import org.gotalk.demo.peer.RawClient.Heard;
import org.gotalk.jakarta.Archives;
import org.gotalk.recorded.Differences;
import org.gotalk.recorded.Ids;
import org.gotalk.recorded.Segments;
import org.gotalk.recorded.Transcript;
import org.gotalk.recorded.Transcript.Kind;
import org.gotalk.recorded.Transcript.Step;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded clients, browser libraries among them, get from beans in a real server what the reference's server sent. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RecordedBrowsersIT {

    private static final int NORMAL = 1000;
    private static final String NO_HEARTBEATS = "PT0S";

    @ArquillianResource
    @OperateOnDeployment("calm")
    private URI calm;

    @ArquillianResource
    @OperateOnDeployment("with heartbeats")
    private URI withHeartbeats;

    @ArquillianResource
    @OperateOnDeployment("impatient")
    private URI impatient;

    @ArquillianResource
    @OperateOnDeployment("one request at once")
    private URI oneRequestAtOnce;

    @ArquillianResource
    @OperateOnDeployment("no streams")
    private URI noStreams;

    @Deployment(name = "calm", testable = false)
    static WebArchive calm() {
        return serving(Map.of("gotalk.heartbeat-interval", NO_HEARTBEATS));
    }

    @Deployment(name = "with heartbeats", testable = false)
    static WebArchive withHeartbeats() {
        return serving(Map.of("gotalk.heartbeat-interval", "PT0.5S"));
    }

    @Deployment(name = "impatient", testable = false)
    static WebArchive impatient() {
        return serving(Map.of("gotalk.heartbeat-interval", NO_HEARTBEATS, "gotalk.read-timeout", "PT1S"));
    }

    @Deployment(name = "one request at once", testable = false)
    static WebArchive oneRequestAtOnce() {
        return serving(Map.of("gotalk.heartbeat-interval", NO_HEARTBEATS, "gotalk.max-concurrent-requests", "1"));
    }

    @Deployment(name = "no streams", testable = false)
    static WebArchive noStreams() {
        return serving(Map.of("gotalk.heartbeat-interval", NO_HEARTBEATS, "gotalk.max-streams", "0"));
    }

    static Stream<Transcript> exchanges() {
        return Transcript.servedByOurs().filter(Transcript::isWebSocket);
    }

    @ParameterizedTest
    @Conforms("recorded")
    @MethodSource("exchanges")
    void ourServerSendsWhatTheReferenceSent(Transcript transcript) throws Exception {
        List<String> recorded = transcript.segments(false);
        List<String> expected = Differences.applied(transcript, recorded);
        Ids ids = new Ids(recorded);
        try (RawClient client = Handshake.reference(serverFor(transcript)).open()) {
            play(transcript, client, ids, expected.size());
            int closeCode = Differences.closeCode(transcript).isPresent() ? client.closeCode() : client.closes();

            assertThat(withoutLaterHeartbeats(ids.asRecorded(segments(client)), expected.size()))
                    .isEqualTo(expected);
            assertThat(client.messages()).as("a message each").hasSameSizeAs(segments(client));
            assertThat(client.messages().stream().skip(1))
                    .allMatch(message -> message.isText() == transcript.isTextMode());
            assertThat(closeCode).isEqualTo(Differences.closeCode(transcript).orElse(NORMAL));
        }
    }

    /** Where ours sends less than was recorded, there is nothing to wait for. */
    private static void play(Transcript transcript, RawClient client, Ids ids, int messages) throws Exception {
        int answers = 0;
        for (Step step : transcript.steps()) {
            if (step.isData() && step.fromClient()) {
                ids.ours(segments(client));
                play(ids.asOurs(step), client);
            } else if (step.isData() && !Differences.isLeftOut(transcript, segment(step))) {
                answers++;
                client.messages(Math.min(answers, messages));
            }
        }
        client.messages(messages);
    }

    private static void play(Step step, RawClient client) throws Exception {
        if (step.kind() == Kind.TEXT) {
            client.saysText(segment(step));
        } else {
            client.says(segment(step));
        }
    }

    private static List<String> segments(RawClient client) throws InterruptedException {
        return Segments.of(client.messages().stream().map(Heard::bytes).toList());
    }

    private static String segment(Step step) {
        return new String(step.content().bytes(), ISO_8859_1);
    }

    private static List<String> withoutLaterHeartbeats(List<String> segments, int expected) {
        boolean onlyHeartbeats = segments.stream().skip(expected).allMatch("h"::equals);
        return onlyHeartbeats ? segments.subList(0, Math.min(expected, segments.size())) : segments;
    }

    private URI serverFor(Transcript transcript) {
        if (transcript.server().contains("heartbeat 2 s")) {
            return withHeartbeats;
        }
        if (transcript.server().contains("timeout limits")) {
            return impatient;
        }
        if (transcript.server().contains("default limits")) {
            return noStreams;
        }
        return transcript.server().contains("limited limits") ? oneRequestAtOnce : calm;
    }

    private static WebArchive serving(Map<String, String> settings) {
        return Archives.with(Archives.servingBeans(RecordedBeans.class, RecordedBeans.Callback.class), settings);
    }
}
