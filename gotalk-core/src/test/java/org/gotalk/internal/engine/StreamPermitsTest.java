package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.StreamEndedException;
import org.gotalk.conformance.Conforms;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many streams a peer may have, and when their ids and permits are free again. */
class StreamPermitsTest extends HeldStreams {

    @Test
    void aRequestAsAWholeToAnOperationInPartsNeedsNoStreamPermit() {
        hold("0001");
        hold("0002");
        answerTo("r0003004hold00000000");
        assertThat(held).hasSize(3);
    }

    @Test
    @Conforms("stream-limit")
    void withoutPermitsStreamsAreNotSupported() {
        EngineFixture none = new EngineFixture(Limits.builder().maxStreams(0).build());
        none.application.handlers().handleStream("echo", (request, result) -> {});
        RawPeer other = new RawPeer();
        none.connected(other);
        other.says("s0001004echo00000001ap000100000000");
        assertThat(other.hears()).isEqualTo("E00010000001dstream requests not supported");
    }

    @Test
    @Conforms("stream-limit")
    void aStreamPastTheLimitIsRefusedAtOnceForTheTimeBeing() {
        hold("0001");
        hold("0002");
        assertThat(answerTo("s0003004hold00000001ap000300000000"))
                .matches("e0003[0-9a-f]{8}00000021too many streams, try again later");
        held.get(0).ends();
        peer.hears();
        hold("0004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers", "fails"})
    void aPeerMayBeginTheNextStreamOnceItHearsTheEndOfTheLast(String operation) {
        EngineFixture one = new EngineFixture(Limits.builder().maxStreams(1).build());
        one.application
                .handlers()
                .handleStream("answers", (from, request, result) -> CompletableFuture.completedFuture(new byte[] {'b'}))
                .handleStream("fails", (request, result) -> {
                    throw new OperationException("no");
                });
        RawPeer eager = new RawPeer() {
            private int begun = 1;

            @Override
            public void send(List<Frame> frames, SendCompletion completion) {
                super.send(frames, completion);
                boolean isAnswer = frames.get(frames.size() - 1).header().limit() > 2;
                if (isAnswer && begun < 3) {
                    says("s000" + ++begun + "%03x%s00000001a".formatted(operation.length(), operation));
                }
            }
        };
        one.connected(eager);
        eager.says("s0001%03x%s00000001a".formatted(operation.length(), operation));
        one.executor.runAll();
        assertThat(eager.hears()).contains("0002", "0003").doesNotContain("e0002", "e0003");
    }

    @Test
    @Conforms("retry-to-reference")
    void aPeerThatKnowsNoRetryResultGetsAnError() {
        RawPeer browser = new RawPeer(false);
        connect(browser);
        browser.says("s0001004hold00000001as0002004hold00000001as0003004hold00000001a");
        assertThat(browser.hears()).isEqualTo("E000300000021too many streams, try again later");
    }

    @Test
    void aStreamTakesARequestPermitAsWell() {
        hold("0001");
        hold("0002");
        assertThat(answerTo("r0003004hold00000000")).isEmpty();
        assertThat(answerTo("r0004005whole00000003\"a\"")).isEmpty();
        held.get(0).ends();
        fixture.executor.runAll();
        assertThat(peer.hears()).contains("R000400000003\"a\"");
    }

    @Test
    void aFullExecutorIsARetryResultAndGivesThePermitBack() {
        fixture.executor.isFull(true);
        for (int i = 0; i < 5; i++) {
            peer.says("s000" + i + "004hold00000001a");
            assertThat(peer.hears()).startsWith("e000" + i).contains("too many requests");
        }
        fixture.executor.isFull(false);
        hold("0009");
    }

    @Test
    @Conforms("duplicate-stream")
    void anIdThatIsInUseEndsTheConnection() {
        hold("0001");
        assertThat(answerTo("s0001004hold00000001b")).isEqualTo("f00000002");
        assertThat(peer.closeCodes()).containsExactly(4002);
    }

    @Test
    void anIdMayBeUsedAgainOnceItsStreamIsAnswered() {
        Held first = hold("0001");
        first.result().close();
        peer.hears();
        Held second = hold("0001");
        assertThat(first.request().parts()).isNotNull();
        answerTo("p000100000003two");
        assertThat(second.reads() + second.reads()).isEqualTo("onetwo");
        assertThatThrownBy(first::reads).isInstanceOf(StreamEndedException.class);
        first.ends();
        second.ends("2");
        assertThat(peer.hears()).isEqualTo("R0001000000012");
    }

    @Test
    void aStreamThatWaitsForItsPermitWhenTheConnectionEndsDoesNotRun() {
        peer.says("s0001004hold00000001a");
        peer.vanishes(1006);
        fixture.executor.runAll();
        assertThat(held).isEmpty();
    }

    @Test
    @Conforms("abandoned-stream")
    void permitsOfAThousandAbandonedStreamsAreBack() {
        for (int i = 0; i < 1000; i++) {
            String id = "%04d".formatted(i);
            Held one = hold(id);
            answerTo("p" + id + "00000003two");
            one.ends();
            peer.hears();
        }
        for (int i = 0; i < 1000; i++) {
            connect(new RawPeer()).close();
        }
        hold("aaaa");
        hold("bbbb");
    }
}
