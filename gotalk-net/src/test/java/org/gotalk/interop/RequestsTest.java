package org.gotalk.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.conformance.Conforms;
import org.gotalk.conformance.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be requested of a Java peer, and what it answers. */
@ParameterizedClass
@EnumSource(Line.class)
class RequestsTest extends InteropContract {

    private static final int MEBIBYTE = 1 << 20;

    RequestsTest(Line line) {
        super(line);
    }

    @Test
    @Conforms("large-request-and-reply")
    void aLargeRequestAndItsReplyComeWhole() throws Exception {
        String payload = IntStream.range(0, MEBIBYTE)
                .collect(StringBuilder::new, (text, i) -> text.append((char) (i % 251)), StringBuilder::append)
                .toString();

        peer().connected().says("r0001004echo00100000" + payload).hears("R000100100000" + payload);
    }

    @Test
    @Conforms({"json-payload", "utf-8-everywhere"})
    void typedOperationsTakeAndGiveJsonInUtf8() throws Exception {
        peer().connected()
                .says("r0001005greet" + payload("\"Åsa 日本 😀\""))
                .hears("R0001" + payload("\"Hello Åsa 日本 😀\""));
    }

    @Test
    @Conforms({"error-result", "error-text", "utf-8-everywhere"})
    void theTextOfAnErrorMayHoldAnything() throws Exception {
        String text = "a \"quoted\" \\ text,\r\n\tof two lines, with \u0000 and \u007f, é, 日本, 😀 and f00000002";

        peer().connected().says("r0001004fail" + payload(text)).hears("E0001" + payload(text));
    }

    @Test
    @Conforms("failing-handler")
    void anExceptionStaysWithItsRequestAndItsTextWithTheJavaPeer() throws Exception {
        Conversation conversation =
                peer().connected().says("r0001005break00000000").hears("E0001");

        assertThat(conversation.nextPayload()).startsWith("internal error").doesNotContain("secret");
        conversation.says("n005break00000000").goesOn();
    }

    @Test
    @Conforms("answers-in-any-order")
    void aQuickAnswerOvertakesASlowOne() throws Exception {
        Conversation conversation = peer().connected()
                .says("r0001004hold00000000r0002004echo00000001a")
                .hears("R000200000001a");

        conversation.says("r0003006let go00000003yes");
        assertThat(conversation.next(13 + 16)).contains("R000100000003yes", "R000300000000");
    }

    @Test
    @Conforms("duplicate-ids")
    void twoRequestsWithOneIdAreBothAnswered() throws Exception {
        Conversation conversation = peer().connected()
                .says("r0001004hold00000000r0001004echo00000001a")
                .hears("R000100000001a");

        conversation.says("r0002006let go00000003yes");
        assertThat(conversation.next(13 + 16)).contains("R000100000003yes", "R000200000000");
    }

    @Test
    @Conforms("fallback")
    void aFallbackTakesWhatHasNoHandler() throws Exception {
        JavaPeer peer = peer();
        Conversation conversation = peer.connected();
        Sock sock = peer.sock();
        Handlers withFallbacks = sock.handlers()
                .subHandlers()
                .handleFallback((from, name, payload) ->
                        CompletableFuture.completedFuture(("fallback for " + name).getBytes(UTF_8)))
                .handleStreamFallback(
                        (from, request, result) -> CompletableFuture.completedFuture("in parts".getBytes(UTF_8)))
                .handleNotificationFallback((from, name, payload) -> from.notify("fallback", name.getBytes(UTF_8)));
        sock.serve(withFallbacks);

        conversation.says("r0001004none00000000").hears("R000100000011fallback for none");
        conversation.says("n00cnobody knows00000000").hears("n008fallback0000000cnobody knows");
        conversation.says("s0002004none00000001ap000200000000").hears("R000200000008in parts");
        conversation.goesOn();
    }

    @Test
    @Conforms("all-in-one-message")
    void manyMessagesMayComeAtOnce() throws Exception {
        StringBuilder requests = new StringBuilder("01");
        IntStream.range(0, 4).forEach(i -> requests.append("r000%d004echo00000001%d".formatted(i, i)));

        Conversation conversation = peer().met().says(requests.toString()).hears("01");
        assertThat(conversation.next(4 * 14))
                .contains("R0000000000010", "R0001000000011", "R0002000000012", "R0003000000013");
    }

    @Test
    @Conforms("split-at-every-byte")
    void everyByteMayComeByItself() throws Exception {
        Conversation conversation = peer().met();
        for (char c : "01r0001004echo00000005hellon004note00000002hi".toCharArray()) {
            conversation.says(String.valueOf(c));
        }

        conversation.hears("01");
        assertThat(conversation.next(18 + 19)).contains("R000100000005hello", "n005noted00000002hi");
    }

    @Test
    @Conforms("thousand-large-requests")
    void eachOfAThousandLargeRequestsAtOnceGetsItsOwnAnswer() throws Exception {
        String filling = "x".repeat((1 << 13) - 4);
        Limits.Builder ample = limits().maxWaitingBytes(64 * MEBIBYTE).maxOutbound(64 * MEBIBYTE);
        Conversation conversation = peer(ample).connected();
        StringBuilder requests = new StringBuilder();
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            requests.append("r%04d004echo00002000%04d".formatted(i, i)).append(filling);
            answers.append("R%04d00002000%04d".formatted(i, i)).append(filling);
        }

        conversation.says(requests.toString());
        assertThat(understood(conversation.next(answers.length()))).isEqualTo(understood(answers.toString()));
    }

    private static Set<Object> understood(String answers) {
        return Set.copyOf(Recording.of(("01" + answers).getBytes(ISO_8859_1)));
    }
}
