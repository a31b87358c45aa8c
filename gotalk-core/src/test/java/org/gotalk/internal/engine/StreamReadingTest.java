package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.gotalk.CloseReason;
import org.gotalk.Limits;
import org.gotalk.PayloadException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.SockClosedException;
import org.gotalk.conformance.Conforms;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** How a handler reads the parts of a request. */
class StreamReadingTest extends HeldStreams {

    @Test
    @Conforms("abandoned-stream")
    void aReaderThatIsClosedDropsWhatCameAndWhatComes() {
        Held one = hold("0001");
        one.request().close();
        answerTo(("p000100010000" + "x".repeat(65_536)).repeat(20));
        assertThat(peer.isPaused()).isFalse();
        assertThatThrownBy(one::reads).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        one.ends("done");
        assertThat(peer.hears()).isEqualTo("R000100000004done");
    }

    @Test
    void aPartThatDoesNotComeInTimeGivesTheStreamUp() {
        Held one = hold("0001");
        assertThat(one.reads()).isEqualTo("one");
        CompletableFuture<Optional<byte[]>> next = one.request().readAsync().toCompletableFuture();
        peer.says("h000000000000");
        fixture.scheduler.advance(Duration.ofSeconds(29));
        peer.says("h000000000000");
        assertThat(next).isNotDone();
        fixture.scheduler.advance(Duration.ofSeconds(1));
        fixture.executor.runAll();
        assertThat(next)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(RequestTimeoutException.class)
                .withMessageContaining("no part of \"hold\" within 30000 ms");
        assertThatThrownBy(one::reads).isInstanceOf(RequestTimeoutException.class);
        CompletableFuture<?> unused =
                next.whenComplete((part, failure) -> one.over().completeExceptionally(failure));
        assertThat(peer.hears()).isEqualTo("E000100000021no part of \"hold\" within 30000 ms");
    }

    @Test
    void aReadThatIsServedLeavesNoTimerBehind() {
        Held one = hold("0001");
        one.reads();
        int before = fixture.scheduler.pending();
        CompletableFuture<Optional<byte[]>> next = one.request().readAsync().toCompletableFuture();
        assertThat(fixture.scheduler.pending()).isEqualTo(before + 1);
        answerTo("p000100000003two");
        assertThat(next.join())
                .hasValueSatisfying(part -> assertThat(part).asString(UTF_8).isEqualTo("two"));
        assertThat(fixture.scheduler.pending()).isEqualTo(before);
    }

    @Test
    void aLaterReadCompletesOnTheExecutorEvenIfThatIsFullAtFirst() {
        Held one = hold("0001");
        CompletableFuture<Optional<byte[]>> first = one.request().readAsync().toCompletableFuture();
        assertThat(first).isNotDone();
        fixture.executor.runAll();
        assertThat(first).isDone();
        CompletableFuture<Optional<byte[]>> second = one.request().readAsync().toCompletableFuture();
        fixture.executor.isFull(true);
        peer.says("p000100000003two");
        fixture.executor.isFull(false);
        assertThat(second).isNotDone();
        fixture.scheduler.advance(Duration.ofMillis(100));
        fixture.executor.runAll();
        assertThat(second).isDone();
    }

    @Test
    void twoReadsAtOnceAreAMistake() {
        Held one = hold("0001");
        one.reads();
        assertThat(one.request().readAsync().toCompletableFuture()).isNotDone();
        assertThatThrownBy(() -> one.request().readAsync()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theEndOfTheConnectionReachesReaderAndWriterAtOnce() {
        Held one = hold("0001");
        peer.vanishes(1006);
        assertThatThrownBy(one::reads)
                .isInstanceOfSatisfying(
                        SockClosedException.class,
                        closed -> assertThat(closed.reason().code()).isEqualTo(CloseReason.Code.ABNORMAL));
        assertThatThrownBy(() -> one.writes("a")).isInstanceOf(SockClosedException.class);
        assertThat(one.result().isOpen()).isFalse();
    }

    @Test
    void theStreamMayBeReadAsBytesAsOneAndAsValues() throws IOException {
        Held bytes = hold("0001");
        answerTo("p000100000003twop000100000000");
        assertThat(bytes.request().inputStream().readAllBytes()).asString(UTF_8).isEqualTo("onetwo");
        Held whole = hold("0002");
        answerTo("p000200000003twop000200000000");
        assertThat(whole.request().readAll(6)).asString(UTF_8).isEqualTo("onetwo");
        held.forEach(Held::ends);
        answerTo("s0003004hold000000011p000300000002" + "22" + "p000300000000");
        assertThat(held.get(2).request().values(Integer.class).collect(Collectors.toList()))
                .containsExactly(1, 22);
    }

    @Test
    void aStreamLongerThanIsAcceptableIsNotReadOn() {
        Held one = hold("0001");
        answerTo("p000100000003two");
        assertThatThrownBy(() -> one.request().readAll(5))
                .isInstanceOf(PayloadException.class)
                .hasMessage("the stream of \"hold\" has more than 5 bytes");
        assertThatThrownBy(one::reads).hasMessageContaining("closed");
    }

    @Test
    void withoutALimitOfItsOwnAStreamIsReadUpToTheLargestPayload() {
        EngineFixture strict = new EngineFixture(Limits.builder().maxPayload(6).build());
        strict.application.handlers().handleStream("whole", (request, result) -> result.write(request.readAll()));
        RawPeer other = new RawPeer();
        strict.connected(other);
        other.says("s0001005whole00000003onep000100000003twop000100000000");
        other.says("s0002005whole00000003onep000200000004fourp000200000000");
        strict.executor.runAll();
        assertThat(other.hears())
                .startsWith("S000100000006onetwo")
                .endsWith("E00020000002bthe stream of \"whole\" has more than 6 bytes");
    }
}
