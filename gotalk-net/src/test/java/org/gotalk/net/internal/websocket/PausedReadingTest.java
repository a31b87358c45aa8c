package org.gotalk.net.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.gotalk.test.internal.ManualScheduler;
import org.gotalk.testing.contract.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reading pauses on the thread that reads, and goes on from any other, at any moment. */
class PausedReadingTest {

    private static final int TWO_MESSAGES = 2 * 3;

    private final Below below = new Below();
    private final ClientChannel channel = new ClientChannel(below, "gotalk.v1", 1000, new ManualScheduler());
    private final ByteBuffer arrived = ByteBuffer.wrap("\u0082\u0001A\u0082\u0001B".getBytes(ISO_8859_1));

    @Test
    void readingThatGoesOnWhileAPauseIsRepeatedGoesOn() throws Exception {
        Side side = new Side(channel.transport());
        side.takesNoMoreThan(1);
        below.repeated = new Thread(channel::resumeReading);
        channel.received(arrived, Boundary.NONE);
        below.repeated.join();
        assertThat(below.reads).isTrue();
        side.takesNoMoreThan(TWO_MESSAGES);
        channel.received(arrived, Boundary.NONE);
        assertThat(side.hearsText(2)).isEqualTo("AB");
    }

    @Test
    void aStartThatComesWhileThePauseBeforeItIsRepeatedStarts() throws Exception {
        Thread starting = new Thread(() -> new Side(channel.transport()));
        below.pauses = 1;
        below.repeated = starting;
        channel.received(arrived, Boundary.NONE);
        starting.join();
        assertThat(below.reads).isTrue();
    }

    /** A transport on which another thread comes in between, when a pause is repeated. */
    private static final class Below implements Transport {

        private volatile boolean reads = true;
        private int pauses;
        private @Nullable Thread repeated;

        @Override
        public void pauseReading() {
            if (repeated != null && pauses++ == 1) {
                repeated.start();
                while (repeated.isAlive() && repeated.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
            }
            reads = false;
        }

        @Override
        public void resumeReading() {
            reads = true;
        }

        @Override
        public void start(TransportListener listener) {}

        @Override
        public void send(List<Frame> frames, SendCompletion completion) {
            completion.sent();
        }

        @Override
        public void close(int code, String reason) {}

        @Override
        public boolean supportsFullProtocol() {
            return true;
        }
    }
}
