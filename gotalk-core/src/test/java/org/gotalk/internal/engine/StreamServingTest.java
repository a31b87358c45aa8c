package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.StreamEndedException;
import org.gotalk.conformance.Conforms;
import org.junit.jupiter.api.Test;

/** What the peer's stream requests, and requests to operations in parts, become. */
class StreamServingTest extends HeldStreams {

    @Test
    @Conforms({"stream-result", "ping-pong"})
    void partsAreAnsweredWithTheirBoundariesAndInTheirOrder() {
        assertThat(answerTo("s0001004echo00000001ap000100000002bcp000100000001dp000100000000"))
                .isEqualTo("S000100000001aS000100000002bcS000100000001dS000100000000");
    }

    @Test
    @Conforms("empty-stream")
    void anEmptyStreamIsAnEmptyFirstPartAndAnEnd() {
        assertThat(answerTo("s0001004echo00000000p000100000000")).isEqualTo("R000100000000");
    }

    @Test
    @Conforms("stream-request")
    void anEmptyFirstPartIsNotTheEnd() {
        assertThat(answerTo("s0001004echo00000000p000100000001ap000100000000"))
                .isEqualTo("S000100000001aS000100000000");
    }

    @Test
    @Conforms({"result-of-no-parts", "client-stream"})
    void anOperationThatWroteNoPartsAnswersAsAWhole() {
        hold("0001").ends("done");
        assertThat(peer.hears()).isEqualTo("R000100000004done");
    }

    @Test
    void whatAnOperationReturnsAfterPartsIsTheLastPart() {
        Held one = hold("0001");
        one.writes("a");
        one.ends("bc");
        assertThat(peer.hears()).isEqualTo("S000100000001aS000100000002bcS000100000000");
    }

    @Test
    @Conforms("empty-stream")
    void anAnswerThatIsClosedWithoutPartsIsAnEmptyStream() {
        Held one = hold("0001");
        one.result().close();
        assertThat(peer.hears()).isEqualTo("S000100000000");
        one.ends("too late");
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    @Conforms("half-close")
    void anOperationMayReadOnAfterItHasAnswered() {
        Held one = hold("0001");
        one.writes("a");
        one.result().close();
        assertThat(answerTo("p000100000003two")).isEqualTo("S000100000001aS000100000000");
        assertThat(one.reads()).isEqualTo("one");
        assertThat(one.reads()).isEqualTo("two");
        assertThatThrownBy(() -> one.writes("b")).isInstanceOf(StreamEndedException.class);
    }

    @Test
    void anOperationMayAnswerAfterTheEndOfTheRequest() {
        Held one = hold("0001");
        answerTo("p000100000000");
        assertThat(one.reads() + one.reads() + one.reads()).isEqualTo("one(end)(end)");
        one.writes("a");
        assertThat(peer.hears()).isEqualTo("S000100000001a");
        one.ends();
        assertThat(peer.hears()).isEqualTo("S000100000000");
    }

    @Test
    @Conforms("late-parts")
    void partsAfterTheOperationIsOverAreDropped() {
        hold("0001").ends();
        assertThat(answerTo("p000100000003twop000100000000p000100000000")).isEqualTo("R000100000000");
        assertThat(peer.closeCodes()).isEmpty();
    }

    @Test
    void partsAfterTheEndAreDropped() {
        Held one = hold("0001");
        answerTo("p000100000000p000100000003two");
        assertThat(one.reads() + one.reads() + one.reads()).isEqualTo("one(end)(end)");
    }

    @Test
    @Conforms("stream-error-midway")
    void anErrorMidwayEndsTheAnswerAlone() {
        Held one = hold("0001");
        one.writes("a");
        one.over().completeExceptionally(new OperationException("broken"));
        assertThat(peer.hears()).isEqualTo("S000100000001aE000100000006broken");
    }

    @Test
    @Conforms("stream-error-midway")
    void aRefusalMidwayEndsTheAnswerAlone() {
        Held one = hold("0001");
        one.writes("a");
        one.over().completeExceptionally(RetryLater.after(Duration.ofMillis(250), "later"));
        assertThat(peer.hears()).isEqualTo("S000100000001ae0001000000fa00000005later");
    }

    @Test
    void aFailureAfterTheAnswerIsNotSent() {
        Held one = hold("0001");
        one.result().close();
        peer.hears();
        one.over().completeExceptionally(new IllegalStateException("as the test wants it"));
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    @Conforms("failing-handler")
    void otherFailuresKeepTheirTextFromThePeer() {
        Held one = hold("0001");
        one.over().completeExceptionally(new IllegalStateException("secret"));
        assertThat(peer.hears()).matches("E000100000019internal error \\([0-9a-f]{8}\\)");
    }

    @Test
    void whatTheInputStreamThrewIsWhatThePeerGetsToKnow() {
        fixture.application.handlers().handleStream("read", (request, result) -> {
            throw new IOException("wrapped", new OperationException("inside"));
        });
        assertThat(answerTo("s0001004read00000001a")).isEqualTo("E000100000006inside");
    }

    @Test
    @Conforms("server-stream")
    void anOperationInPartsTakesARequestThatCameAsAWhole() {
        assertThat(answerTo("r0001004echo00000003one")).isEqualTo("S000100000003oneS000100000000");
        assertThat(answerTo("r0002004echo00000000")).isEqualTo("R000200000000");
    }

    @Test
    @Conforms("stream-to-single-operation")
    void anOperationAsAWholeTakesNoStream() {
        assertThat(answerTo("s0001005whole00000001ap000100000000"))
                .isEqualTo("E000100000038operation \"whole\" takes no stream; request it as a whole");
    }

    @Test
    void anUnknownOperationIsAnErrorAndItsPartsAreDropped() {
        assertThat(answerTo("s0001004nope00000001ap000100000000")).isEqualTo("E000100000018unknown operation \"nope\"");
    }
}
