package org.gotalk.internal.engine.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gotalk.Limits;
import org.gotalk.conformance.Conforms;
import org.gotalk.internal.engine.shared.Workers;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.ProtocolError;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How streams and ordinary messages share the one writer of a connection. */
class LanesTest {

    private static final int PART = 64 * 1024;
    private static final int LIMIT = 10 * 100_000;

    private final List<String> batches = new ArrayList<>();
    private final RawPeer transport = new RawPeer() {
        @Override
        public void send(List<Frame> frames, SendCompletion completion) {
            batches.add(frames.stream().map(LanesTest::name).collect(Collectors.joining(" ")));
            super.send(List.of(), completion);
        }
    };
    private final Limits limits =
            Limits.builder().maxOutbound(LIMIT).maxStreamBuffer(200_000).build();
    private final Outbox outbox =
            new Outbox(transport, new Workers(Runnable::run, new ManualScheduler(), 1), limits, new Outbox.Listener() {
                @Override
                public void fullChanged() {}

                @Override
                public void sendFailed(Throwable cause) {}
            });
    private final Lane first = lane("1111");
    private final Lane second = lane("2222");

    @BeforeEach
    void somethingIsBeingSent() {
        transport.stopsReading();
        say("busy");
    }

    /** Type and id, or name. */
    private static String name(Frame frame) {
        String header =
                StandardCharsets.ISO_8859_1.decode(frame.header().duplicate()).toString();
        return header.startsWith("n") ? header.substring(4, header.length() - 8) : header.substring(0, 2);
    }

    private static Lane lane(String id) {
        return new Lane(StreamMessages.result(id(id)), SendListener.UNWATCHED);
    }

    private static RequestId id(String digits) {
        return new RequestId(
                ByteBuffer.wrap(digits.getBytes(StandardCharsets.US_ASCII)).getInt());
    }

    private void say(String name) {
        say(name, 10);
    }

    private void say(String name, int size) {
        outbox.offer(
                EncodedMessage.of(new NotificationMessage(name, Payload.of(new byte[size]))), SendListener.UNWATCHED);
    }

    private LaneWrite write(Lane lane, int size) {
        return outbox.change(queue -> queue.write(lane, List.of(Payload.of(new byte[size]))));
    }

    private boolean tryWrite(Lane lane, int size) {
        Optional<LaneWrite> write = outbox.change(queue -> queue.tryWrite(lane, List.of(Payload.of(new byte[size]))));
        return write.isPresent();
    }

    private boolean end(Lane lane) {
        Function<Boolean, List<Message>> end = lane.form()::end;
        return outbox.change(queue -> queue.end(lane, end));
    }

    private List<String> sent() {
        transport.readsAgain();
        return batches.subList(1, batches.size());
    }

    @Test
    void ordinaryMessagesAndStreamsTakeTurns() {
        for (int i = 0; i < 2; i++) {
            write(first, PART);
            write(second, PART);
            say("big", PART);
        }
        assertThat(sent()).containsExactly("big", "S1", "big", "S2", "S1", "S2");
    }

    @Test
    void aSmallMessageWaitsBehindOnePartHoweverManyStreamsThereAre() {
        write(first, PART);
        write(first, PART);
        write(second, PART);
        say("small");
        assertThat(sent()).startsWith("small S1", "S2");
    }

    @Test
    void smallPartsOfAllStreamsAndMessagesShareABatch() {
        write(first, 10);
        write(second, 10);
        write(first, 10);
        say("small");
        assertThat(sent()).containsExactly("small S1 S1 S2");
    }

    @Test
    void aStreamHasNoMoreQueuedThanItsBuffer() {
        assertThat(write(first, 100_000).queued()).isCompletedWithValue(true);
        LaneWrite waiting = write(first, 100_000);
        assertThat(waiting.queued()).isNotDone();
        assertThat(sent()).containsExactly("S1", "S1");
        assertThat(waiting.queued()).isCompletedWithValue(true);
    }

    @Test
    void tinyPartsAreBoundedAsWell() {
        int written = 0;
        while (write(first, 1).queued().isDone()) {
            written++;
        }
        assertThat(written).isLessThan(3000);
    }

    @Test
    void streamsTogetherHaveHalfOfTheOutbox() {
        for (int i = 0; i < 10; i++) {
            write(lane("000" + i), 100_000);
        }
        assertThat(outbox.queued()).isBetween(LIMIT / 2L - 110_000, LIMIT / 2L);
        assertThat(outbox.isFull()).isFalse();
        assertThat(sent()).hasSize(10);
    }

    @Test
    void whoWaitsForRoomGetsItInTurn() {
        for (int i = 0; i < 6; i++) {
            Lane lane = lane(i + "000");
            for (int j = 0; j < 4; j++) {
                write(lane, 100_000);
            }
        }
        List<String> parts = sent();
        assertThat(parts).hasSize(24);
        assertThat(parts.subList(0, 12)).contains("S0", "S1", "S2", "S3", "S4", "S5");
    }

    @Test
    void aPartLargerThanTheBufferGoesAlone() {
        assertThat(write(first, 250_000).queued()).isCompletedWithValue(true);
        assertThat(write(first, 1).queued()).isNotDone();
    }

    @Test
    void aWriteThatDoesNotWaitIsToldThatThereIsNoRoom() {
        assertThat(tryWrite(first, 150_000)).isTrue();
        assertThat(tryWrite(first, 150_000)).isFalse();
        sent();
        assertThat(tryWrite(first, 150_000)).isTrue();
    }

    @Test
    void theEndComesAfterWhatWaitsForRoomAndNothingAfterTheEnd() {
        write(first, 150_000);
        write(first, 150_000);
        assertThat(end(first)).isTrue();
        assertThat(end(first)).isFalse();
        assertThat(write(first, 1).queued()).isCompletedWithValue(false);
        assertThat(sent()).containsExactly("S1", "S1", "S1");
    }

    @Test
    void aStreamThatIsStoppedLeavesNothingBehind() {
        long before = outbox.queued();
        write(first, 150_000);
        LaneWrite waiting = write(first, 150_000);
        outbox.change(queue -> {
            queue.stop(first);
            return first;
        });
        assertThat(waiting.queued()).isCompletedWithValue(false);
        assertThat(outbox.queued()).isEqualTo(before);
        assertThat(write(first, 1).queued()).isCompletedWithValue(false);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aWriteThatIsGivenUpMakesWayForTheNext() {
        write(first, 150_000);
        LaneWrite waiting = write(first, 150_000);
        LaneWrite behind = write(first, 10);
        outbox.change(queue -> {
            queue.cancel(first, waiting);
            return first;
        });
        assertThat(waiting.queued()).isCompletedWithValue(false);
        assertThat(sent()).containsExactly("S1", "S1");
        assertThat(behind.queued()).isCompletedWithValue(true);
    }

    @Test
    void closingSendsWhatIsQueuedButNoEndAfterPartsThatAreMissing() {
        write(first, 150_000);
        LaneWrite waiting = write(first, 150_000);
        outbox.closeWhenSent(() -> batches.add("closed"));
        end(first);
        assertThat(waiting.queued()).isCompletedWithValue(false);
        assertThat(sent()).containsExactly("S1", "closed");
    }

    @Test
    void closingSendsStreamsThatHadEndedInFull() {
        write(first, 150_000);
        LaneWrite waiting = write(first, 150_000);
        end(first);
        outbox.closeWhenSent(() -> batches.add("closed"));
        assertThat(waiting.queued()).isNotDone();
        assertThat(sent()).containsExactly("S1", "S1", "S1", "closed"); // the third is the end
        assertThat(waiting.queued()).isCompletedWithValue(true);
    }

    @Test
    @Conforms("after-the-end")
    void nothingGoesOutBehindLastWordsAndNoPartsBeforeThem() {
        say("answer");
        write(first, 10);
        LaneWrite waiting = write(first, 300_000);
        outbox.closeWhenSent(EncodedMessage.of(new ProtocolError(2)), () -> batches.add("closed"));
        say("late");
        write(second, 10);
        assertThat(waiting.queued()).isCompletedWithValue(false);
        assertThat(sent()).containsExactly("answer f0", "closed");
    }

    @Test
    void abortingTellsEveryWriterAndDropsWhatIsQueued() {
        write(first, 150_000);
        LaneWrite waiting = write(first, 150_000);
        outbox.abort();
        assertThat(waiting.queued()).isCompletedWithValue(false);
        assertThat(write(second, 1).queued()).isCompletedWithValue(false);
        assertThat(sent()).isEmpty();
    }

    @Test
    @Conforms("stream-request")
    void aRequestInPartsBeginsWithItsOperationAndIsWatchedUntilThen() {
        List<String> handedOver = new ArrayList<>();
        Lane request = new Lane(StreamMessages.request(id("aaaa"), "op"), () -> handedOver.add("sent"));
        write(request, 10);
        write(request, 10);
        end(request);
        assertThat(handedOver).isEmpty();
        assertThat(sent()).containsExactly("sa pa pa");
        assertThat(handedOver).containsExactly("sent");
    }

    @Test
    @Conforms("empty-stream")
    void anEmptyRequestIsItsOperationAndItsEnd() {
        Lane request = new Lane(StreamMessages.request(id("aaaa"), "op"), SendListener.UNWATCHED);
        end(request);
        assertThat(sent()).containsExactly("sa pa");
    }
}
