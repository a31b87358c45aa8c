package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.SockClosedException;
import org.gotalk.conformance.Conforms;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** How a handler writes the parts of an answer. */
class StreamWritingTest extends HeldStreams {

    @Test
    @Conforms("part-size")
    void largePartsAreCut() {
        Held one = hold("0001");
        one.writes("x".repeat(100_000));
        one.ends("y".repeat(70_000));
        assertThat(peer.hears())
                .isEqualTo("S000100010000" + "x".repeat(65_536) + "S0001000086a0" + "x".repeat(34_464)
                        + "S000100010000" + "y".repeat(65_536) + "S000100001170" + "y".repeat(4_464)
                        + "S000100000000");
    }

    @Test
    void anEmptyPartIsNotWritten() {
        Held one = hold("0001");
        one.writes("");
        one.writes("a");
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("S000100000001a");
    }

    @Test
    void aWriterIsToldThatThereIsNoRoom() {
        Held one = hold("0001");
        peer.stopsReading();
        byte[] part = new byte[60_000];
        int written = 0;
        while (one.result().tryWrite(part)) {
            written++;
        }
        assertThat(written).as("one is being sent, and 256 KiB wait").isEqualTo(5);
        peer.readsAgain();
        assertThat(one.result().tryWrite(part)).isTrue();
    }

    @Test
    void aWriteThatWaitsIsDoneWhenThereIsRoom() {
        Held one = hold("0001");
        peer.stopsReading();
        CompletableFuture<Void> last = one.result().writeAsync(new byte[60_000]).toCompletableFuture();
        for (int i = 0; i < 5; i++) {
            last = one.result().writeAsync(new byte[60_000]).toCompletableFuture();
        }
        fixture.executor.runAll();
        assertThat(last).isNotDone();
        peer.readsAgain();
        fixture.executor.runAll();
        assertThat(last).isCompleted();
    }

    @Test
    void aBlockedWriterIsReleasedByRoomAndByTheEnd() {
        Held one = hold("0001");
        peer.stopsReading();
        CompletableFuture<Void> unused =
                one.result().writeAsync(new byte[1 << 20]).toCompletableFuture();
        CompletableFuture<Void> blocked =
                CompletableFuture.runAsync(() -> one.result().write(new byte[10]));
        peer.readsAgain();
        assertThat(blocked).succeedsWithin(Duration.ofSeconds(30));
        peer.stopsReading();
        unused = one.result().writeAsync(new byte[1 << 20]).toCompletableFuture();
        blocked = CompletableFuture.runAsync(() -> one.result().write(new byte[10]));
        peer.vanishes(1006);
        assertThat(blocked)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(SockClosedException.class);
        assertThat(unused).isNotNull();
    }

    @Test
    void noPartIsTakenInTheTimeThatAWriteIsGiven() {
        Held one = hold("0001");
        peer.stopsReading();
        CompletableFuture<Void> unused =
                one.result().writeAsync(new byte[300_000]).toCompletableFuture();
        CompletableFuture<Void> waiting = one.result().writeAsync(new byte[10]).toCompletableFuture();
        peer.says("h000000000000");
        for (int i = 0; i < 30; i++) {
            fixture.scheduler.advance(Duration.ofMillis(250));
        }
        assertThat(waiting).isNotDone();
        EngineFixture hasty = new EngineFixture(
                Limits.builder().streamTimeout(Duration.ofSeconds(1)).build());
        hasty.application.handlers().handleStream("hold", (from, request, result) -> {
            held.add(new Held(request, result, new CompletableFuture<>()));
            return held.get(held.size() - 1).over();
        });
        RawPeer slow = new RawPeer();
        hasty.connected(slow);
        slow.says("s0001004hold00000001a");
        hasty.executor.runAll();
        slow.stopsReading();
        Held two = held.get(held.size() - 1);
        CompletableFuture<Void> first =
                two.result().writeAsync(new byte[400_000]).toCompletableFuture();
        hasty.scheduler.advance(Duration.ofSeconds(1));
        hasty.executor.runAll();
        assertThat(first)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("no room for the next part of the stream within 1000 ms");
        assertThat(unused).isNotNull();
    }

    @Test
    void bytesWrittenToTheOutputStreamAreGatheredToParts() throws IOException {
        Held one = hold("0001");
        try (var out = one.result().outputStream()) {
            out.write('a');
            out.write("bc".getBytes(UTF_8));
            out.flush();
            out.write(new byte[65_536], 0, 65_536);
            out.write('d');
        }
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("S000100000003abcS000100010000" + "\0".repeat(65_536) + "S000100000001d");
    }

    @Test
    void gatheredBytesAreWrittenWhenTheHandlerIsDone() throws IOException {
        Held one = hold("0001");
        one.result().outputStream().write('a');
        one.result().outputStream().write('b');
        one.over().complete(new byte[0]);
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("S000100000002abS000100000000");
    }

    @Test
    void gatheredBytesAreWrittenWhenTheWriterIsClosed() throws IOException {
        Held one = hold("0001");
        one.result().outputStream().write('a');
        one.result().close();
        assertThat(peer.hears()).isEqualTo("S000100000001aS000100000000");
    }

    @Test
    void anAnswerWhoseBytesWereClosedByAFailureIsNoWholeAnswer() throws IOException {
        Held one = hold("0001");
        one.result().outputStream().write('a');
        one.result().outputStream().close();
        one.over().completeExceptionally(new OperationException("no"));
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("S000100000001aE000100000002no");
    }

    @Test
    void gatheredBytesAreDroppedWhenTheHandlerFails() throws IOException {
        Held one = hold("0001");
        one.result().outputStream().write('a');
        one.over().completeExceptionally(new OperationException("no"));
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("E000100000002no");
    }
}
