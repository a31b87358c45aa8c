package org.gotalk.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.conformance.Carrier;
import org.gotalk.conformance.ConformanceCase;
import org.gotalk.conformance.ConformanceCase.Arrival;
import org.gotalk.conformance.ConformanceCase.ReadLimits;
import org.gotalk.conformance.ConformanceTable;
import org.gotalk.conformance.Conforms;
import org.gotalk.conformance.OnAWay;
import org.gotalk.conformance.Role;
import org.gotalk.conformance.Way;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.testing.websocket.ServerSide;
import org.gotalk.testing.websocket.WebSocketFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a Java peer that has opened a WebSocket puts what it says into messages, and takes it from those of its server. */
class WebSocketMessagesTest implements OnAWay {

    private static final int MEBIBYTE = 1 << 20;
    private static final int LONGEST_MESSAGE = 1 << 16;

    private JavaPeer peer;
    private RawWebSocket end;

    @Override
    public Optional<Way> way() {
        return Optional.of(new Way(Carrier.WEBSOCKET, Role.CLIENT));
    }

    static Stream<ConformanceCase> textMessages() {
        return ConformanceTable.textMessages();
    }

    private ServerSide opened(Line line) throws Exception {
        peer = new JavaPeer(line, InteropContract.limits().build());
        end = (RawWebSocket) peer.end();
        return end.side();
    }

    private ServerSide connected(Line line) throws Exception {
        ServerSide server = opened(line).says(WebSocketFrame.binary("01"));
        assertThat(server.hears()).isEqualTo(WebSocketFrame.binary("01"));
        return server;
    }

    @AfterEach
    void leave() throws IOException {
        end.close();
        peer.close();
    }

    @Test
    @Conforms("packed-framing")
    void aServerIsOfferedPackedMessagesAndThenGetsThem() throws Exception {
        ServerSide server = connected(Line.WEBSOCKET_PACKED);
        assertThat(server.header("Sec-WebSocket-Protocol")).containsExactly(WebSocketTransport.SUBPROTOCOL);
        server.says(WebSocketFrame.binary("r0001004echo00100000" + "x".repeat(MEBIBYTE)));

        int left = "R000100100000".length() + MEBIBYTE;
        while (left > 0) {
            String bytes = server.hears().bytes();
            assertThat(bytes).hasSizeBetween(1, LONGEST_MESSAGE);
            left -= bytes.length();
        }
        assertThat(left).isZero();
    }

    @Test
    @Conforms("split-framing")
    void aServerThatSelectsNothingGetsHeadersAndPayloadsSeparately() throws Exception {
        ServerSide server = connected(Line.WEBSOCKET_REFERENCE);
        String payload = "x".repeat(3 * LONGEST_MESSAGE);
        server.says(WebSocketFrame.binary("r0001004echo00030000" + payload + "r0002004none00000000"));

        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(message(server));
        }
        assertThat(answers)
                .containsExactlyInAnyOrder("R000100030000", payload, "E000200000018", "unknown operation \"none\"");
    }

    /** With all its frames. */
    private static String message(ServerSide server) throws Exception {
        StringBuilder message = new StringBuilder();
        WebSocketFrame frame;
        do {
            frame = server.hears();
            message.append(frame.bytes());
        } while (!frame.last());
        return message.toString();
    }

    @Test
    @Conforms("fragments")
    void fragmentsAreReadAsOneStream() throws Exception {
        for (Line line : EnumSet.of(Line.WEBSOCKET_PACKED, Line.WEBSOCKET_REFERENCE)) {
            ServerSide server = connected(line);
            server.says(WebSocketFrame.binary("n004no").open());
            server.says(WebSocketFrame.more(false, "te000000"));
            server.says(WebSocketFrame.more(true, "02hi"));

            assertThat(server.hears().bytes()).startsWith("n005noted00000002");
            leave();
        }
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("textMessages")
    void textMessagesAreAnsweredAsTheTableSays(ConformanceCase rule) throws Exception {
        ReadLimits limits = rule.limits();
        peer = new JavaPeer(
                Line.WEBSOCKET_REFERENCE,
                InteropContract.limits()
                        .maxName(limits.name())
                        .maxPayload(limits.payload())
                        .maxStreams(limits.streams())
                        .build());
        end = (RawWebSocket) peer.end();
        for (Arrival arrival : rule.in()) {
            String bytes = new String(arrival.bytes(), ISO_8859_1);
            end.side().says(arrival.isText() ? WebSocketFrame.text(bytes) : WebSocketFrame.binary(bytes));
        }

        TablesTest.assertAnswered(rule, peer, new Conversation(end));
        boolean beganWithText = rule.in().get(0).isText();
        assertThat(end.opcodes().stream().skip(1))
                .containsOnly(beganWithText ? WebSocketFrame.TEXT : WebSocketFrame.BINARY);
    }

    @Test
    @Conforms("retry-to-reference")
    void aServerThatSelectsNothingGetsReadableErrorsForRefusals() throws Exception {
        ServerSide server = connected(Line.WEBSOCKET_REFERENCE);
        server.says(WebSocketFrame.binary("r0001006refuse00000002" + "14"));

        assertThat(server.hears().bytes()).startsWith("E0001");
        assertThat(server.hears().bytes()).contains("not now");
    }

    @Test
    @Conforms("no-stream-request-to-reference")
    void aServerThatSelectsNothingIsAskedNothingInParts() throws Exception {
        ServerSide unused = connected(Line.WEBSOCKET_REFERENCE);
        Sock sock = peer.sock();

        assertThat(sock.takesStreamRequests()).isFalse();
        assertThatThrownBy(() -> sock.streamRequest("up")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Conforms("close-codes")
    void aProtocolErrorOfTheServerIsInTheCodeOfTheGoodbye() throws Exception {
        ServerSide server = connected(Line.WEBSOCKET_PACKED).says(WebSocketFrame.binary("?"));

        assertThat(server.hears().bytes()).isEqualTo("f00000002");
        assertThat(server.hears().closeCode()).isEqualTo(4002);
    }

    @ParameterizedTest
    @Conforms("close-codes")
    @CsvSource({"4000, GAVE_UP", "4001, UNSUPPORTED", "4002, INVALID_MESSAGE", "4003, TIMEOUT"})
    void theCodeOfTheServersGoodbyeTellsTheError(int code, CloseReason.Code expected) throws Exception {
        ServerSide server = connected(Line.WEBSOCKET_PACKED);
        Sock sock = peer.sock();
        server.says(WebSocketFrame.close(code, ""));

        assertThat(InteropContract.result(sock.closed()).code()).isEqualTo(expected);
    }
}
