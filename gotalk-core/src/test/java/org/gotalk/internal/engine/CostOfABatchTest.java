package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.testing.Frames;
import org.gotalk.testing.RecordingChannel;
import org.junit.jupiter.api.Test;

/** How many WebSocket messages the answers take to requests that came in one. Counted, not timed. */
class CostOfABatchTest {

    private static final int AT_ONCE = 64;

    /** Each answer's header and payload. */
    private static final int REFERENCE_MESSAGES = 2 * AT_ONCE;

    private final EngineFixture fixture = new EngineFixture();
    private final RecordingChannel channel = new RecordingChannel();

    @Test
    void answersOfHandlersThatDoNotBlockTakeOneMessage() {
        fixture.application.handlers().nonBlocking().handle("echo", byte[].class, bytes -> bytes);
        WebSocketTransport transport = connected("gotalk.v1");
        transport.received(requests(), false);
        assertThat(newMessages()).hasSize(1).allSatisfy(CostOfABatchTest::endsWithTheLastAnswer);
    }

    @Test
    void answersOfQuickHandlersOnTheExecutorTakeOneMessage() {
        fixture.application.handlers().handle("echo", byte[].class, bytes -> bytes);
        WebSocketTransport transport = connected("gotalk.v1");
        transport.received(requests(), false);
        fixture.executor.runAll();
        assertThat(newMessages()).hasSize(1).allSatisfy(CostOfABatchTest::endsWithTheLastAnswer);
    }

    /** It knows no other way. */
    @Test
    void inTheReferencesFramingEachAnswerTakesTwoMessages() {
        fixture.application.handlers().nonBlocking().handle("echo", byte[].class, bytes -> bytes);
        WebSocketTransport transport = connected("");
        transport.received(requests(), false);
        assertThat(newMessages()).hasSize(REFERENCE_MESSAGES);
    }

    private static ByteBuffer requests() {
        return Frames.bytes(CountingPeer.requests(AT_ONCE, "echo", "hi"));
    }

    private static void endsWithTheLastAnswer(String message) {
        assertThat(message).endsWith("R003f00000002hi");
    }

    /** A connection whose versions are said. */
    private WebSocketTransport connected(String subprotocol) {
        WebSocketTransport transport = new WebSocketTransport(channel, subprotocol);
        Sock unused = fixture.engine.connect(transport, Peer.at("test"));
        transport.received(Frames.bytes("01"), false);
        fixture.executor.runAll();
        assertThat(channel.texts()).containsExactly("01");
        return transport;
    }

    private List<String> newMessages() {
        List<String> all = channel.texts();
        return all.subList(1, all.size());
    }
}
