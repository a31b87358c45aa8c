package org.gotalk.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.Frames.frame;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.gotalk.testing.RecordingListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipeThreadsTest {

    private static final int SENDS = 10_000;

    private final ExecutorService executor = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void twoThingsAreNeverDeliveredAtOnce() throws InterruptedException {
        Pipe pipe = Pipe.on(executor);
        CountDownLatch sent = new CountDownLatch(SENDS);
        ExclusiveListener listener = new ExclusiveListener(pipe.right());
        pipe.left().start(new RecordingListener());
        pipe.right().start(listener);
        for (int i = 0; i < SENDS; i++) {
            executor.execute(() -> pipe.left().send(List.of(frame("a", "b")), counting(sent)));
            executor.execute(pipe.right()::resumeReading);
        }
        assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(listener.overlapped).isFalse();
        assertThat(listener.bytes).hasValue(2 * SENDS);
    }

    private static SendCompletion counting(CountDownLatch sent) {
        return new SendCompletion() {
            @Override
            public void sent() {
                sent.countDown();
            }

            @Override
            public void failed(Throwable cause) {
                throw new AssertionError(cause);
            }
        };
    }

    /** Sees whether a delivery begins before the last one ended. */
    private static final class ExclusiveListener implements TransportListener {

        private final Transport end;
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger bytes = new AtomicInteger();
        private final AtomicBoolean overlapped = new AtomicBoolean();

        ExclusiveListener(Transport end) {
            this.end = end;
        }

        @Override
        public void received(ByteBuffer buffer, Boundary boundary) {
            if (inside.incrementAndGet() > 1) {
                overlapped.set(true);
            }
            while (buffer.hasRemaining()) {
                buffer.get();
                bytes.incrementAndGet();
            }
            if (bytes.get() % 100 == 0) {
                end.pauseReading();
                end.resumeReading();
            }
            inside.decrementAndGet();
        }

        @Override
        public void receivedEnd() {}

        @Override
        public void closed(int code, String detail) {
            throw new AssertionError("closed " + code + " " + detail);
        }
    }
}
