package org.gotalk.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.StreamCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FrameRecorderTest {

    public record Person(String name) {}

    private final Handlers handlers = Handlers.create()
            .handle("greet", Person.class, (sock, who) -> {
                sock.notify("greeted", who.name());
                return "Hello " + who.name();
            })
            .handle("fail", String.class, text -> {
                throw new OperationException("no-room", text, new Person("Bob"));
            })
            .handle("later", String.class, text -> {
                throw RetryLater.after(Duration.ofSeconds(3), text);
            })
            .handle("echo", byte[].class, bytes -> bytes)
            .handleStream("upper", (request, result) -> result.write(request.readAll(100)));

    @RegisterExtension
    final GotalkExtension server = TestServer.serving(handlers).extension();

    private final TestPeer peer = server.connect();
    private final FrameRecorder recorder = peer.recorder();

    @Test
    void bothDirectionsAreThereInTheirOrder() {
        peer.request("greet", new Person("Ann"), String.class);
        assertThat(recorder.frames())
                .contains("> version 1", "< version 1")
                .endsWith(
                        "> request 0000 \"greet\" {\"name\":\"Ann\"}",
                        "< notification \"greeted\" \"Ann\"",
                        "< result 0000 \"Hello Ann\"");
    }

    @Test
    void errorsAreTextWithCodeAndData() {
        peer.requestError("fail", "the room is full");
        assertThat(recorder.frames()).endsWith("< error 0000 [no-room] the room is full {\"name\":\"Bob\"}");
    }

    @Test
    void refusalsAreTextToo() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> peer.request("later", "busy"))
                .isInstanceOf(RetryLater.class);
        assertThat(recorder.frames()).endsWith("< retry 0000 after PT3S busy");
    }

    @Test
    void streamsAreTextPartByPart() {
        StreamCall call = peer.streamRequest("upper");
        call.request().write(new byte[] {'a', 'b'});
        call.request().close();
        assertThat(call.result().readAll(100)).asString().isEqualTo("ab");
        assertThat(recorder.frames())
                .containsSubsequence(
                        "> stream request A000 \"upper\" ab",
                        "> request part A000 end",
                        "< result part A000 ab",
                        "< result part A000 end");
    }

    @Test
    void payloadsThatAreNoTextAreInHex() {
        peer.request("echo", new byte[] {0, -1}, byte[].class);
        assertThat(recorder.frames()).endsWith("> request 0000 \"echo\" 0x00ff", "< result 0000 0x00ff");
    }

    @Test
    void longPayloadsAreCut() {
        peer.request("echo", "a".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8), byte[].class);
        assertThat(recorder.frames()).endsWith("< result 0000 " + "a".repeat(200) + "… (1000 bytes)");
    }

    @Test
    void onlyTheNewestAreKept() {
        int before = recorder.frames().size();
        for (int i = 0; i < FrameRecorder.MOST; i++) {
            peer.notify("count", i);
        }
        server.settle();
        assertThat(recorder.frames()).hasSize(FrameRecorder.MOST).endsWith("> notification \"count\" 999");
        assertThat(recorder.dropped()).isEqualTo(before);
    }

    @Test
    void theEndIsThere() {
        peer.close();
        peer.awaitClosed();
        assertThat(recorder.frames()).last().asString().startsWith("> close 1000");
    }
}
