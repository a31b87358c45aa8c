package org.gotalk.demo.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gotalk.conformance.Conforms;
import org.gotalk.conformance.Recording;
import org.gotalk.demo.peer.Handshake;
import org.gotalk.demo.peer.RawClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client may request of a server, and what it gets. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RequestsIT {

    private static final int MEBIBYTE = 1 << 20;

    @ArquillianResource
    @OperateOnDeployment("default limits")
    private URI server;

    @ArquillianResource
    @OperateOnDeployment("one at once")
    private URI oneAtOnce;

    @Deployment(name = "default limits", testable = false)
    static WebArchive archive() {
        return InteropArchive.withSettings(Map.of());
    }

    @Deployment(name = "one at once", testable = false)
    static WebArchive oneAtOnce() {
        return InteropArchive.withSettings(Map.of(
                "gotalk.max-concurrent-requests", "1",
                "gotalk.max-waiting-requests", "0",
                "gotalk.read-pause", "PT0S",
                "gotalk.min-retry-wait", "PT0.7S",
                "gotalk.max-retry-wait", "PT0.7S"));
    }

    @Test
    @Conforms({"large-request-and-reply", "packed-framing"})
    void aLargeReplyComesWholeInMessagesOfAtMost64KiB() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String payload = IntStream.range(0, MEBIBYTE)
                    .collect(StringBuilder::new, (text, i) -> text.append((char) (i % 251)), StringBuilder::append)
                    .toString();

            client.says("r0001004echo00100000" + payload);

            client.hears("R000100100000").hears(payload);
            assertThat(client.messages())
                    .allMatch(message -> message.bytes().length() <= 1 << 16)
                    .noneMatch(message -> message.bytes().isEmpty());
        }
    }

    @Test
    @Conforms({"large-request-and-reply", "split-framing"})
    void aLargeReplyIsNotCutInTheReferencesFraming() throws Exception {
        try (RawClient client = RawClient.reference(server)) {
            String payload = "x".repeat(MEBIBYTE);

            client.says("r0001004echo00100000").says(payload);

            client.hears("R000100100000").hears(payload);
            assertThat(client.messages().stream().map(message -> message.bytes().length()))
                    .containsExactly(2, 13, MEBIBYTE);
        }
    }

    @Test
    @Conforms({"json-payload", "utf-8-everywhere"})
    void typedOperationsTakeAndGiveJsonInUtf8() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("r0001005greet" + payload("\"Åsa 日本 😀\"")).hears("R0001" + payload("\"Hello Åsa 日本 😀\""));
        }
    }

    @Test
    @Conforms({"error-result", "error-text", "utf-8-everywhere"})
    void theTextOfAnErrorMayHoldAnything() throws Exception {
        String text = "a \"quoted\" \\ text,\r\n\tof two lines, with \u0000 and \u007f, é, 日本, 😀 and f00000002";
        try (RawClient client = RawClient.connected(server);
                RawClient reference = RawClient.reference(server)) {
            client.says("r0001004fail" + payload(text)).hears("E0001" + payload(text));
            reference.says("r0001004fail" + payload(text)).hears("E0001" + payload(text));
        }
    }

    @Test
    @Conforms({"retry-result", "unsigned"})
    void aRefusalCarriesTheTimeToWait() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("r0001006refuse00000002" + "14").hears("e00010000000e00000007not now");
            client.says("r0002006refuse0000000a" + "4294967295").hears("e0002ffffffff00000007not now");
        }
    }

    @Test
    @Conforms("retry-zero")
    void aRefusalMayAllowAnyTime() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("r0001006refuse00000001" + "0").hears("e00010000000000000007not now");
        }
    }

    @Test
    @Conforms("retry-to-reference")
    void splitFramingGetsAReadableErrorInPlaceOfARefusal() throws Exception {
        try (RawClient client = RawClient.reference(server)) {
            client.says("r0001006refuse00000002" + "14").hears("E0001");

            assertThat(client.nextPayload()).contains("not now");
            client.says("r0002004echo00000001a").hears("R000200000001a");
        }
    }

    @Test
    @Conforms("failing-handler")
    void anExceptionStaysWithItsRequestAndItsTextInTheServer() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("r0001005break00000000").hears("E0001");

            assertThat(client.nextPayload()).startsWith("internal error").doesNotContain("secret");
            client.says("n005break00000000r0002004echo00000001a").hears("R000200000001a");
        }
    }

    @Test
    @Conforms("answers-in-any-order")
    void aQuickAnswerOvertakesASlowOne() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("r0001004hold00000000").says("r0002004echo00000001a").hears("R000200000001a");
            client.says("r0003006let go00000003yes");

            assertThat(client.next(13 + 16)).contains("R000100000003yes", "R000300000000");
        }
    }

    @Test
    @Conforms("duplicate-ids")
    void twoRequestsWithOneIdAreBothAnswered() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("r0001004hold00000000").says("r0001004echo00000001a").hears("R000100000001a");
            client.says("r0002006let go00000003yes");

            assertThat(client.next(13 + 16)).contains("R000100000003yes", "R000200000000");
        }
    }

    @Test
    @Conforms("fallback")
    void aFallbackTakesWhatHasNoHandler() throws Exception {
        try (RawClient client =
                Handshake.packed(server).path("gotalk?fallbacks=yes").connect()) {
            // An answer says that the application knows the connection, and has given it its handlers.
            client.says("r0000004echo00000000").hears("R000000000000");
            client.says("r0001004none00000000").hears("R000100000011fallback for none");
            client.says("n00cnobody knows00000000").hears("n008fallback0000000cnobody knows");
            client.says("r0002004echo00000001a").hears("R000200000001a");
        }
    }

    @Test
    @Conforms("all-in-one-message")
    void manyMessagesMayShareAWebSocketMessageInEitherFraming() throws Exception {
        StringBuilder requests = new StringBuilder();
        IntStream.range(0, 4).forEach(i -> requests.append("r000%d004echo00000001%d".formatted(i, i)));
        try (RawClient client = RawClient.connected(server);
                RawClient reference = RawClient.reference(server)) {
            for (RawClient either : new RawClient[] {client, reference}) {
                either.says(requests.toString());
                assertThat(either.next(4 * 14))
                        .contains("R0000000000010", "R0001000000011", "R0002000000012", "R0003000000013");
            }
        }
    }

    @Test
    @Conforms("split-at-every-byte")
    void everyByteMayBeAWebSocketMessageOfItsOwn() throws Exception {
        try (RawClient client = Handshake.packed(server).open();
                RawClient reference = Handshake.reference(server).open()) {
            for (RawClient either : new RawClient[] {client, reference}) {
                for (char c : "01r0001004echo00000005hellon004note00000002hi".toCharArray()) {
                    either.says(String.valueOf(c));
                }
                assertThat(either.next(2 + 18 + 19)).contains("R000100000005hello", "n005noted00000002hi");
            }
        }
    }

    @Test
    @Conforms("handler-limit")
    void aRequestPastTheLimitIsRefusedWithAWaitWithinTheBounds() throws Exception {
        try (RawClient client = RawClient.connected(oneAtOnce)) {
            client.says("r000100dhold and tell00000000").hears("n005begun00000000");
            client.says("r0002004hold00000000").says("r0003004echo00000001a");
            client.hears("e0003000002bc");
            assertThat(client.nextPayload()).isNotEmpty();
        }
    }

    @Test
    @Conforms("thousand-large-requests")
    void eachOfAThousandLargeRequestsAtOnceGetsItsOwnAnswer() throws Exception {
        String filling = "x".repeat((1 << 15) - 4);
        try (RawClient client = RawClient.connected(server)) {
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 1000; i++) {
                client.says("r%04d004echo00008000%04d".formatted(i, i) + filling);
                expected.append("R%04d00008000%04d".formatted(i, i)).append(filling);
            }

            assertThat(understood(client.next(expected.length()))).isEqualTo(understood(expected.toString()));
        }
    }

    private static Set<Object> understood(String answers) {
        return Set.copyOf(Recording.of(("01" + answers).getBytes(ISO_8859_1)));
    }

    private static String payload(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return "%08x%s".formatted(utf8.length, new String(utf8, ISO_8859_1));
    }
}
