package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.PayloadException;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.conformance.Conforms;
import org.junit.jupiter.api.Test;

/** What comes back to requests in parts, and to requests whose answers are read in parts. */
class StreamAnswersTest extends CallInParts {

    @Test
    void aWholeAnswerHasOnePartOrNone() {
        StreamCall call = begun();
        peer.says("RA00000000004done");
        assertThat(read(call.result()) + read(call.result())).isEqualTo("done(end)");
        StreamCall empty = sock.streamRequest("up");
        empty.request().close();
        peer.says("RA00100000000");
        assertThat(read(empty.result())).isEqualTo("(end)");
    }

    @Test
    @Conforms("server-stream")
    void aRequestAsAWholeIsAnsweredInParts() {
        StreamReader answer = sock.requestParts("down", "which");
        assertThat(peer.hears()).isEqualTo("rA000004down00000007\"which\"");
        peer.says("SA00000000001aSA00000000001bSA00000000000");
        assertThat(read(answer) + read(answer) + read(answer)).isEqualTo("ab(end)");
    }

    @Test
    void aRequestAsAWholeMayBeAnsweredAsAWhole() {
        StreamReader answer = sock.requestParts("down", new byte[0]);
        peer.says("RA00000000003all");
        assertThat(answer.readAll(10)).asString(UTF_8).isEqualTo("all");
    }

    @Test
    @Conforms("single-call-answered-in-parts")
    void aRequestWhoseAnswerIsTakenAsAWholeIsToldWhatToUse() {
        CompletableFuture<String> call =
                sock.requestAsync("down", "which", String.class).toCompletableFuture();
        peer.says("S000000000001aS000000000001bS000000000000");
        fixture.executor.runAll();
        assertThat(call)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(OperationException.class)
                .withMessageContaining("use requestParts");
    }

    @Test
    void theWholeAnswerMayComeLaterAndInParts() {
        StreamCall call = begun();
        CompletableFuture<String> answer = call.finishAsync(String.class).toCompletableFuture();
        assertThat(peer.hears()).isEqualTo("pA00000000000");
        peer.says("SA00000000003\"abSA00000000003cd\"");
        fixture.executor.runAll();
        assertThat(answer).isNotDone();
        peer.says("SA00000000000");
        fixture.executor.runAll();
        assertThat(answer).isCompletedWithValue("abcd");
    }

    @Test
    void anAnswerLongerThanAPayloadIsNotOneValue() {
        EngineFixture strict = new EngineFixture(Limits.builder().maxPayload(4).build());
        StreamCall call = strict.connected(peer).streamRequest("up");
        CompletableFuture<String> answer = call.finishAsync(String.class).toCompletableFuture();
        peer.says("SA00000000004\"abcSA00000000003de\"");
        strict.executor.runAll();
        assertThat(answer).failsWithin(Duration.ZERO).withThrowableThat().withCauseInstanceOf(PayloadException.class);
    }
}
