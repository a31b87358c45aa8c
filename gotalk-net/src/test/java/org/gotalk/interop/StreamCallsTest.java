package org.gotalk.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamEndedException;
import org.gotalk.StreamReader;
import org.gotalk.conformance.Conforms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a Java peer requests in parts, and the answers in parts that it gets. */
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBSOCKET_REFERENCE")
class StreamCallsTest extends InteropContract {

    private static final int PART = 1 << 16;

    private final Line line;
    private Conversation conversation;
    private Sock sock;

    StreamCallsTest(Line line) {
        super(line);
        this.line = line;
    }

    @BeforeEach
    void connect() throws Exception {
        JavaPeer peer = peer(limits().maxPendingRequests(1));
        conversation = peer.connected();
        sock = peer.sock();
    }

    /** The id of the request in parts that comes next. */
    private String requested() throws Exception {
        conversation.hears("s");
        String id = conversation.next(4);
        conversation.hears("002up");
        return id;
    }

    /** The id of a request that has begun with one part. */
    private String begun(StreamCall call) throws Exception {
        call.request().write(bytes("one"));
        String id = requested();
        conversation.hears("00000003one");
        return id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String read(StreamReader reader) throws Exception {
        return result(reader.readAsync()).map(part -> new String(part, UTF_8)).orElse("(end)");
    }

    @Test
    @Conforms({"stream-request", "stream-request-part", "client-stream"})
    void aRequestGoesOutPartByPart() throws Exception {
        StreamCall call = sock.streamRequest("up");
        String id = begun(call);
        call.request().write(bytes("two"));
        conversation.hears("p" + id + "00000003two");

        call.request().close();
        conversation.hears("p" + id + "00000000").says("R" + id + "00000002ok");
        assertThat(result(call.finishAsync(byte[].class))).isEqualTo(bytes("ok"));
    }

    @Test
    @Conforms({"ping-pong", "stream-result"})
    void bothSidesOfAStreamMayTakeTurns() throws Exception {
        StreamCall call = sock.streamRequest("up");
        String id = begun(call);

        conversation.says("S" + id + "00000003two");
        assertThat(read(call.result())).isEqualTo("two");
        call.request().write(bytes("three"));
        conversation.hears("p" + id + "00000005three").says("S" + id + "00000000");
        assertThat(read(call.result())).isEqualTo("(end)");
    }

    @Test
    @Conforms("server-stream")
    void aRequestAsAWholeMayBeAnsweredInParts() throws Exception {
        StreamReader answer = sock.requestParts("down", bytes("which"));
        conversation.hears("r");
        String id = conversation.next(4);

        conversation.hears("004down00000005which").says("S" + id + "00000001aS" + id + "00000001bS" + id + "00000000");
        assertThat(read(answer) + read(answer) + read(answer)).isEqualTo("ab(end)");
    }

    @Test
    @Conforms("empty-stream")
    void aRequestMayHaveNoParts() throws Exception {
        sock.streamRequest("up").request().close();

        conversation.hears("00000000p" + requested() + "00000000");
    }

    @Test
    @Conforms("part-size")
    void aLargePartIsCut() throws Exception {
        sock.streamRequest("up").request().write(new byte[PART + 1]);

        String id = requested();
        conversation.hears("00010000" + "\0".repeat(PART)).hears("p" + id + "00000001\0");
    }

    @Test
    @Conforms("early-end")
    void nothingMoreIsSentOfARequestThatIsAnswered() throws Exception {
        StreamCall call = sock.streamRequest("up");
        conversation.says("S" + begun(call) + "00000000");

        assertThat(read(call.result())).isEqualTo("(end)");
        assertThatThrownBy(() -> call.request().write(bytes("two"))).isInstanceOf(StreamEndedException.class);
        conversation.goesOn();
    }

    @Test
    @Conforms("half-close")
    void aRequestMayGoOnAfterItsAnswer() throws Exception {
        StreamCall call = sock.streamRequest("up").continueAfterAnswer();
        String id = begun(call);
        conversation.says("S" + id + "00000000");

        assertThat(read(call.result())).isEqualTo("(end)");
        call.request().write(bytes("two"));
        call.request().close();
        conversation.hears("p" + id + "00000003twop" + id + "00000000");
    }

    @Test
    @Conforms({"stream-error-midway", "empty-result-after-error"})
    void anErrorMidwayFollowsPartsAndDropsTheEmptyPartBehindIt() throws Exception {
        StreamCall call = sock.streamRequest("up");
        String id = begun(call);
        conversation.says("S" + id + "00000001aE" + id + "00000002noS" + id + "00000000");

        assertThat(read(call.result())).isEqualTo("a");
        assertThat(failure(call.result().readAsync()))
                .isInstanceOf(OperationException.class)
                .hasMessage("no");
        conversation.goesOn();
    }

    @Test
    @Conforms("stream-error-midway")
    void aRefusalMidwayComesBehindThePartsBeforeIt() throws Exception {
        StreamCall call = sock.streamRequest("up");
        String id = begun(call);
        conversation.says("S" + id + "00000001ae" + id + "0000001400000005later");

        assertThat(read(call.result())).isEqualTo("a");
        assertThat(failure(call.result().readAsync()))
                .isInstanceOf(RetryLater.class)
                .hasMessage("later");
        conversation.goesOn();
    }

    @Test
    @Conforms("abandoned-stream")
    void callsThatAreGivenUpLeaveRoomForOthers() throws Exception {
        for (int i = 0; i < 20; i++) {
            StreamCall call = sock.streamRequest("up");
            String id = begun(call);
            call.close();
            conversation
                    .hears(line.takesExtensions() ? "n00e$gotalk/cancel00000004" + id : "p" + id + "00000000")
                    .says("S" + id + "00000001a");
        }
        conversation.goesOn();
    }
}
