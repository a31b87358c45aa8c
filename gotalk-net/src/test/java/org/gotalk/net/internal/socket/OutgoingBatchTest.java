package org.gotalk.net.internal.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.gotalk.spi.Frame;
import org.gotalk.testing.RecordingCompletion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingBatchTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }

    /** Takes so many bytes in a call, and none in every other. */
    private WritableByteChannel sluggish(int taken) {
        return new WritableByteChannel() {
            private boolean full;

            @Override
            public int write(ByteBuffer source) {
                full = !full;
                int count = full ? Math.min(taken, source.remaining()) : 0;
                for (int i = 0; i < count; i++) {
                    written.write(source.get());
                }
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    @ParameterizedTest
    @CsvSource({"1, 64", "2, 64", "3, 4", "100, 3", "100, 1", "7, 7", "100, 64"})
    void comesThroughWhateverTheChannelAndTheBufferTakeAtOnce(int taken, int bufferSize) throws Exception {
        List<Frame> frames = List.of(
                new Frame(bytes("head"), bytes("")),
                new Frame(bytes("header"), bytes("a payload that is longer")),
                new Frame(bytes("n"), bytes("p")));
        OutgoingBatch batch = new OutgoingBatch(frames, new RecordingCompletion());
        WritableByteChannel channel = sluggish(taken);
        ByteBuffer direct = ByteBuffer.allocateDirect(bufferSize);
        int calls = 0;
        while (!batch.writeTo(channel, direct)) {
            assertThat(++calls).isLessThan(200);
        }
        assertThat(written.toString(ISO_8859_1)).isEqualTo("headheadera payload that is longernp");
        assertThat(frames.get(1).size()).isEqualTo(30);
    }
}
