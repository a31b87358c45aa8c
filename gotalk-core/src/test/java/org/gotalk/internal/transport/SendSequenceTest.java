package org.gotalk.internal.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.Frames.bytes;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.gotalk.spi.SendCompletion;
import org.gotalk.testing.Buffers;
import org.gotalk.testing.RecordingChannel;
import org.gotalk.testing.RecordingCompletion;
import org.junit.jupiter.api.Test;

class SendSequenceTest {

    private final RecordingChannel channel = new RecordingChannel();
    private final RecordingCompletion whole = new RecordingCompletion();

    @Test
    void completionsFromWithinTheSendDoNotDeepenTheStack() {
        SendSequence.send(channel, messages(100_000), new AtomicLong(), whole);
        assertThat(channel.sent()).hasSize(100_000);
        assertThat(whole.timesSent()).isOne();
    }

    @Test
    void eachMessageWaitsForTheOneBefore() {
        channel.holdCompletions();
        SendSequence.send(channel, messages(3), new AtomicLong(), whole);
        assertThat(channel.texts()).containsExactly("0");
        channel.completeNext().sent();
        assertThat(channel.texts()).containsExactly("0", "1");
        channel.completeNext().sent();
        assertThat(whole.timesSent()).isZero();
        channel.completeNext().sent();
        assertThat(channel.texts()).containsExactly("0", "1", "2");
        assertThat(whole.timesSent()).isOne();
    }

    @Test
    void noMessagesAreSentAtOnce() {
        SendSequence.send(channel, Collections.emptyIterator(), new AtomicLong(), whole);
        assertThat(whole.timesSent()).isOne();
    }

    @Test
    void aSingleMessageIsCompletedByItsChannel() {
        channel.holdCompletions();
        SendSequence.send(channel, messages(1), new AtomicLong(), whole);
        assertThat(channel.completeNext()).isSameAs(whole);
        channel.endAfter(1);
        SendSequence.send(channel, messages(1), new AtomicLong(), whole);
        assertThat(whole.timesFailed()).isOne();
    }

    @Test
    void aFailureEndsTheSequence() {
        channel.holdCompletions();
        SendSequence.send(channel, messages(3), new AtomicLong(), whole);
        channel.completeNext().failed(new IOException("broken"));
        assertThat(channel.texts()).containsExactly("0");
        assertThat(whole.timesFailed()).isOne();
        assertThat(whole.timesSent()).isZero();
    }

    @Test
    void aChannelThatThrowsHasFailed() {
        channel.endAfter(1);
        SendSequence.send(channel, messages(3), new AtomicLong(), whole);
        assertThat(channel.texts()).containsExactly("0");
        assertThat(whole.timesFailed()).isOne();
        assertThat(whole.timesSent()).isZero();
    }

    @Test
    void completionsOnOtherThreadsSendEachMessageOnceAndInOrder() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            InOrder channelInOrder = new InOrder(threads);
            CountedCompletion done = new CountedCompletion();
            SendSequence.send(channelInOrder, messages(20_000), new AtomicLong(), done);
            assertThat(done.sent.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(channelInOrder.next).hasValue(20_000);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Iterator<WebSocketMessage> messages(int count) {
        return IntStream.range(0, count).mapToObj(SendSequenceTest::message).iterator();
    }

    private static WebSocketMessage message(int number) {
        return new WebSocketMessage(bytes(Integer.toString(number)), false);
    }

    private static final class CountedCompletion implements SendCompletion {
        private final CountDownLatch sent = new CountDownLatch(1);

        @Override
        public void sent() {
            sent.countDown();
        }

        @Override
        public void failed(Throwable cause) {
            throw new AssertionError(cause);
        }
    }

    /** Counts the messages that come in their turn; completes on another thread, sometimes at once. */
    private record InOrder(ExecutorService threads, AtomicInteger next) implements WebSocketChannel {

        InOrder(ExecutorService threads) {
            this(threads, new AtomicInteger());
        }

        @Override
        public void start() {}

        @Override
        public void send(WebSocketMessage message, SendCompletion completion) {
            byte[] digits = Buffers.bytes(message.bytes());
            int number = Integer.parseInt(new String(digits, US_ASCII));
            next.compareAndSet(number, number + 1);
            if (number % 3 == 0) {
                completion.sent();
            } else {
                threads.execute(completion::sent);
            }
        }

        @Override
        public void pauseReading() {}

        @Override
        public void resumeReading() {}

        @Override
        public void close(int code, String reason) {}
    }
}
