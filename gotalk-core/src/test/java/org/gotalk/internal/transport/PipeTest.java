package org.gotalk.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.Frames.frame;

import java.util.List;
import org.gotalk.spi.Frame;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.RecordingCompletion;
import org.gotalk.testing.RecordingListener;
import org.junit.jupiter.api.Test;

class PipeTest {

    private final ManualExecutor executor = new ManualExecutor();
    private final Pipe pipe = Pipe.on(executor);
    private final RecordingListener left = new RecordingListener();
    private final RecordingListener right = new RecordingListener();
    private final RecordingCompletion completion = new RecordingCompletion();

    @Test
    void whatIsSentAtOneEndIsReceivedAtTheOtherInOrder() {
        start();
        pipe.left().send(List.of(frame("a", "b"), frame("c")), completion);
        pipe.left().send(List.of(frame("d")), completion);
        pipe.right().send(List.of(frame("e")), completion);
        executor.runAll();
        assertThat(right.events()).containsExactly("a", "b", "c", "d");
        assertThat(left.events()).containsExactly("e");
    }

    @Test
    void aSendIsCompleteWhenTheOtherEndHasTakenAllOfIt() {
        start();
        right.takeAtMost(2, pipe.right()::pauseReading);
        pipe.left().send(List.of(frame("abc")), completion);
        executor.runAll();
        assertThat(completion.timesSent()).isZero();
        pipe.right().resumeReading();
        executor.runAll();
        assertThat(completion.timesSent()).isOne();
        assertThat(completion.timesFailed()).isZero();
    }

    @Test
    void theSendersBuffersStayAsTheyAre() {
        start();
        Frame frame = frame("abc", "def");
        pipe.left().send(List.of(frame), completion);
        executor.runAll();
        assertThat(frame.size()).isEqualTo(6);
    }

    @Test
    void nothingIsReceivedBeforeTheStart() {
        pipe.left().send(List.of(frame("a")), completion);
        executor.runAll();
        assertThat(completion.timesSent()).isZero();
        pipe.right().start(right);
        executor.runAll();
        assertThat(right.events()).containsExactly("a");
    }

    @Test
    void whatIsLeftWhenReadingPausesIsOfferedAgainFirst() {
        start();
        right.takeAtMost(2, pipe.right()::pauseReading);
        pipe.left().send(List.of(frame("abcd", "ef")), completion);
        pipe.left().send(List.of(frame("g")), completion);
        executor.runAll();
        assertThat(right.events()).containsExactly("ab");
        right.takeAtMost(10, () -> {});
        pipe.right().resumeReading();
        executor.runAll();
        assertThat(right.events()).containsExactly("ab", "cd", "ef", "g");
    }

    @Test
    void whatIsSentWhileReadingPausesIsReceivedLater() {
        start();
        pipe.right().pauseReading();
        pipe.left().send(List.of(frame("a")), completion);
        executor.runAll();
        assertThat(right.events()).isEmpty();
        pipe.right().resumeReading();
        executor.runAll();
        assertThat(right.events()).containsExactly("a");
    }

    @Test
    void resumingFromWithinADeliveryLosesNothing() {
        start();
        right.takeAtMost(1, () -> {
            pipe.right().pauseReading();
            pipe.right().resumeReading();
        });
        pipe.left().send(List.of(frame("abc")), completion);
        executor.runAll();
        assertThat(right.events()).containsExactly("a", "b", "c");
        assertThat(completion.timesSent()).isOne();
    }

    @Test
    void whatWasSentBeforeTheCloseIsReceivedBeforeIt() {
        start();
        pipe.left().send(List.of(frame("a")), completion);
        pipe.left().close(4002, "bad message");
        executor.runAll();
        assertThat(right.events()).containsExactly("a", "closed 4002 bad message");
        assertThat(left.events()).containsExactly("closed 1000 bad message");
    }

    @Test
    void theEndComesThroughThoughReadingPauses() {
        start();
        pipe.right().pauseReading();
        pipe.left().send(List.of(frame("a")), completion);
        pipe.left().close(1000, "");
        executor.runAll();
        assertThat(right.events()).containsExactly("a", "closed 1000 ");
    }

    @Test
    void anEndIsToldOnce() {
        start();
        pipe.left().close(1000, "first");
        pipe.left().close(1000, "second");
        pipe.right().close(1000, "third");
        executor.runAll();
        assertThat(left.events()).containsExactly("closed 1000 first");
        assertThat(right.events()).containsExactly("closed 1000 first");
    }

    @Test
    void aSendAfterTheCloseFails() {
        start();
        pipe.left().close(1000, "");
        pipe.left().send(List.of(frame("a")), completion);
        pipe.right().send(List.of(frame("b")), completion);
        executor.runAll();
        assertThat(completion.timesFailed()).isEqualTo(2);
        assertThat(completion.timesSent()).isZero();
        assertThat(right.events()).containsExactly("closed 1000 ");
    }

    @Test
    void aPipeTakesEveryMessage() {
        assertThat(pipe.left().supportsFullProtocol()).isTrue();
        assertThat(pipe.left().supportsExtensions()).isTrue();
    }

    private void start() {
        pipe.left().start(left);
        pipe.right().start(right);
    }
}
