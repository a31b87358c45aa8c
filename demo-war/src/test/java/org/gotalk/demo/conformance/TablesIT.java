package org.gotalk.demo.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gotalk.conformance.ConformanceCase;
import org.gotalk.conformance.ConformanceCase.Arrival;
import org.gotalk.conformance.ConformanceTable;
import org.gotalk.conformance.Conforms;
import org.gotalk.conformance.Recording;
import org.gotalk.demo.peer.Handshake;
import org.gotalk.demo.peer.RawClient;
import org.gotalk.internal.wire.message.ProtocolError;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real server answers as the engine's tables say, in both framings. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TablesIT {

    private static final int NORMAL = 1000;
    private static final int SMALL_NAME = 4;
    private static final int SMALL_PAYLOAD = 8;

    @ArquillianResource
    @OperateOnDeployment("default limits")
    private URI defaultLimits;

    @ArquillianResource
    @OperateOnDeployment("small names")
    private URI smallNames;

    @ArquillianResource
    @OperateOnDeployment("small payloads")
    private URI smallPayloads;

    @ArquillianResource
    @OperateOnDeployment("without streams")
    private URI withoutStreams;

    @Deployment(name = "default limits", testable = false)
    static WebArchive defaultLimits() {
        return InteropArchive.withSettings(Map.of());
    }

    @Deployment(name = "small names", testable = false)
    static WebArchive smallNames() {
        return InteropArchive.withSettings(Map.of("gotalk.max-name", String.valueOf(SMALL_NAME)));
    }

    @Deployment(name = "small payloads", testable = false)
    static WebArchive smallPayloads() {
        return InteropArchive.withSettings(Map.of("gotalk.max-payload", String.valueOf(SMALL_PAYLOAD)));
    }

    @Deployment(name = "without streams", testable = false)
    static WebArchive withoutStreams() {
        return InteropArchive.withSettings(Map.of("gotalk.max-streams", "0"));
    }

    static Stream<ConformanceCase> streams() {
        return ConformanceTable.streams();
    }

    static Stream<ConformanceCase> textMessages() {
        return ConformanceTable.textMessages();
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("streams")
    void theServerAnswersAsTheTableSays(ConformanceCase rule) throws Exception {
        try (RawClient client = Handshake.packed(serverFor(rule)).open()) {
            client.says(text(rule.stream()));
            assertAnswered(client, rule);
        }
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("streams")
    void theServerAnswersTheSameInTheReferencesFraming(ConformanceCase rule) throws Exception {
        try (RawClient client = Handshake.reference(serverFor(rule)).open()) {
            client.says(text(rule.stream()));
            assertAnswered(client, rule);
            assertThat(client.messages()).noneMatch(message -> message.bytes().isEmpty());
        }
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("textMessages")
    void theServerAnswersTextMessagesAsTheTableSays(ConformanceCase rule) throws Exception {
        try (RawClient client = Handshake.reference(serverFor(rule)).open()) {
            for (Arrival arrival : rule.in()) {
                if (arrival.isText()) {
                    client.saysText(text(arrival.bytes()));
                } else {
                    client.says(text(arrival.bytes()));
                }
            }
            assertAnswered(client, rule);
            boolean beganWithText = rule.in().get(0).isText();
            assertThat(client.messages().stream().skip(1)).allMatch(message -> message.isText() == beganWithText);
        }
    }

    private static void assertAnswered(RawClient client, ConformanceCase rule) throws Exception {
        String expected = "01" + text(rule.outStream());
        if (rule.end().isEmpty()) {
            String heard = client.next(expected.length());
            while (understood(heard).size() < understood(expected).size()) {
                heard += client.next(1); // errors may be longer, by their codes
            }
            assertThat(client.closes()).isEqualTo(NORMAL);
            assertThat(understood(heard + client.rest())).containsExactlyInAnyOrderElementsOf(understood(expected));
        } else {
            assertThat(client.closeCode()).isEqualTo(rule.end().get(0));
            assertEndsAsTheTableSays(understood(client.rest()), understood(expected));
        }
    }

    /** How much of what came before the end is answered is a matter of speed. */
    private static void assertEndsAsTheTableSays(List<Object> heard, List<Object> expected) {
        Object last = expected.get(expected.size() - 1);
        assertThat(heard).endsWith(last);
        assertThat(heard.stream().filter(ProtocolError.class::isInstance)).hasSizeLessThanOrEqualTo(1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static List<Object> understood(String stream) {
        return Recording.withoutCodes(stream.getBytes(ISO_8859_1));
    }

    private URI serverFor(ConformanceCase rule) {
        if (rule.limits().name() == SMALL_NAME) {
            return smallNames;
        }
        if (rule.limits().streams() == 0) {
            return withoutStreams;
        }
        return rule.limits().payload() == SMALL_PAYLOAD ? smallPayloads : defaultLimits;
    }
}
