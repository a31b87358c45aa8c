package org.gotalk.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gotalk.conformance.ConformanceCase;
import org.gotalk.conformance.ConformanceCase.ReadLimits;
import org.gotalk.conformance.ConformanceTable;
import org.gotalk.conformance.Conforms;
import org.gotalk.conformance.Recording;
import org.gotalk.internal.wire.message.ProtocolError;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Java peers answer as the tables of {@code src/test/resources/conformance} say. */
@ParameterizedClass
@EnumSource(Line.class)
class TablesTest extends InteropContract {

    TablesTest(Line line) {
        super(line);
    }

    static Stream<ConformanceCase> cases() {
        return ConformanceTable.streams();
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("cases")
    void theJavaPeerAnswersAsTheTableSays(ConformanceCase rule) throws Exception {
        ReadLimits limits = rule.limits();
        JavaPeer peer = peer(
                limits().maxName(limits.name()).maxPayload(limits.payload()).maxStreams(limits.streams()));
        Conversation conversation = peer.met().says(new String(rule.stream(), ISO_8859_1));
        assertAnswered(rule, peer, conversation);
    }

    /** Answers come in any order; how much of what came before a bad end is answered is a matter of speed. */
    static void assertAnswered(ConformanceCase rule, JavaPeer peer, Conversation conversation) throws Exception {
        String expected = "01" + new String(rule.outStream(), ISO_8859_1);
        if (rule.end().isEmpty()) {
            String heard = conversation.next(expected.length());
            while (understood(heard).size() < understood(expected).size()) {
                heard += conversation.next(1); // errors may be longer, by their codes
            }
            peer.leaves();
            assertThat(understood(heard + conversation.rest()))
                    .containsExactlyInAnyOrderElementsOf(understood(expected));
            return;
        }
        List<Object> heard = understood(conversation.rest());
        List<Object> whole = understood(expected);
        assertThat(heard).endsWith(whole.get(whole.size() - 1));
        assertThat(heard.stream().filter(ProtocolError.class::isInstance)).hasSizeLessThanOrEqualTo(1);
        conversation.closeCode().ifPresent(code -> assertThat(rule.end()).containsExactly(code));
    }

    private static List<Object> understood(String stream) {
        return Recording.withoutCodes(stream.getBytes(ISO_8859_1));
    }
}
