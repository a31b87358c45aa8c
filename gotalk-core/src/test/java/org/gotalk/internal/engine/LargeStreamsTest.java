package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.StreamWriter;
import org.gotalk.internal.engine.outbound.Outbox;
import org.junit.jupiter.api.Test;

/** However large a stream is, no more of it is kept anywhere than its limits say. */
class LargeStreamsTest extends EnginePair {

    private static final int PART = 64 * 1024;
    private static final int PARTS = 4096; // 256 MiB
    private static final Limits LIMITS = Limits.defaults();

    /** What waits to be sent, what is being sent, what waits to be read, and a part in the hands of each of the two. */
    private static final long MOST_UNDER_WAY = 2L * LIMITS.maxStreamBuffer() + 2L * Outbox.BATCH + 3L * PART;

    private final byte[] part = new byte[PART];

    LargeStreamsTest() {
        super(LIMITS);
    }

    /** Counts the bytes of one direction that were written and not read yet. */
    private static final class UnderWay {

        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong most = new AtomicLong();

        void write(StreamWriter writer, byte[] written) {
            most.accumulateAndGet(bytes.addAndGet(written.length), Math::max);
            writer.write(written);
        }

        long readAll(StreamReader reader) {
            long read = 0;
            for (Optional<byte[]> next = reader.read(); next.isPresent(); next = reader.read()) {
                bytes.addAndGet(-next.get().length);
                read += next.get().length;
            }
            return read;
        }
    }

    @Test
    void streamsKeepWithinTheirBuffersAndLeaveRoomForSmallRequests() throws Exception {
        UnderWay up = new UnderWay();
        UnderWay down = new UnderWay();
        serverHandlers
                .handleStream("upload", (request, result) -> result.writeValue(up.readAll(request)))
                .handleStream("download", (request, result) -> {
                    for (int i = 0; i < PARTS; i++) {
                        down.write(result, part);
                    }
                })
                .handle("small", Integer.class, number -> number);
        Sock sock = connect();

        CompletableFuture<Long> uploaded = CompletableFuture.supplyAsync(
                () -> {
                    try (StreamCall call = sock.streamRequest("upload")) {
                        for (int i = 0; i < PARTS; i++) {
                            up.write(call.request(), part);
                        }
                        return call.finish(Long.class);
                    }
                },
                threads);
        CompletableFuture<Long> downloaded =
                CompletableFuture.supplyAsync(() -> down.readAll(sock.requestParts("download", new byte[0])), threads);
        int answered = 0;
        while (!uploaded.isDone() || !downloaded.isDone()) {
            assertThat(sock.request("small", answered, Integer.class)).isEqualTo(answered);
            answered++;
        }

        assertThat(uploaded.get()).isEqualTo((long) PARTS * PART);
        assertThat(downloaded.get()).isEqualTo((long) PARTS * PART);
        assertThat(up.most.get()).isLessThanOrEqualTo(MOST_UNDER_WAY);
        assertThat(down.most.get()).isLessThanOrEqualTo(MOST_UNDER_WAY);
        assertThat(answered).as("small requests meanwhile").isGreaterThan(10);
    }
}
