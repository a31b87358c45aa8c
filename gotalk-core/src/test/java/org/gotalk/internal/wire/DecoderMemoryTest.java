package org.gotalk.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gotalk.conformance.Conforms;
import org.gotalk.conformance.Recording;
import org.gotalk.conformance.Seen;
import org.gotalk.internal.wire.message.HeartbeatMessage;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.SingleRequest;
import org.junit.jupiter.api.Test;

/** What a peer announces costs nothing; what it sends costs about as much as it sent. */
class DecoderMemoryTest {

    private static final int GIBIBYTE = 1 << 30;
    private static final int KIBIBYTE = 1024;

    private final Recording recording = new Recording();

    @Test
    @Conforms("announced-size")
    void announcedSizesTakeNoMemory() {
        List<Decoder> decoders = new ArrayList<>();
        long taken = bytesAllocatedBy(() -> {
            for (int i = 0; i < 100; i++) {
                Decoder decoder = new Decoder(4095, GIBIBYTE, recording);
                decoder.feed(ascii("01r0001004echo40000000" + "few bytes"));
                decoders.add(decoder);
            }
        });
        assertThat(decoders).hasSize(100);
        assertThat(taken / decoders.size()).isLessThan(64 * KIBIBYTE);
    }

    @Test
    @Conforms("announced-size")
    void namesThatWereOnlyAnnouncedTakeNoMemory() {
        List<Decoder> decoders = new ArrayList<>();
        long taken = bytesAllocatedBy(() -> {
            for (int i = 0; i < 100; i++) {
                Decoder decoder = new Decoder(4095, GIBIBYTE, recording);
                decoder.feed(ascii("01nfffx"));
                decoders.add(decoder);
            }
        });
        assertThat(taken / decoders.size()).isLessThan(2 * KIBIBYTE);
    }

    @Test
    @Conforms("announced-size")
    void memoryGrowsWithWhatHasCome() {
        Decoder decoder = new Decoder(4095, GIBIBYTE, recording);
        decoder.feed(ascii("01r0001004echo40000000"));
        ByteBuffer mebibyte = ByteBuffer.allocate(1 << 20);
        long taken = bytesAllocatedBy(() -> decoder.feed(mebibyte));
        assertThat(taken).isLessThan(4 << 20);
    }

    @Test
    void skippedPayloadsTakeNoMemory() {
        Decoder decoder = new Decoder(4095, 8, recording);
        decoder.feed(ascii("01r0001004echoffffffff"));
        ByteBuffer chunk = ByteBuffer.allocate(64 * KIBIBYTE);
        long taken = bytesAllocatedBy(() -> {
            for (int i = 0; i < 1000; i++) {
                decoder.feed(chunk.clear());
            }
        });
        assertThat(taken).isLessThan(64 * KIBIBYTE);
        assertThat(recording.events()).hasSize(2).last().isInstanceOf(Seen.Oversized.class);
    }

    @Test
    @Conforms("unsigned")
    void aSkippedPayloadOf32BitsEndsWhereItSays() {
        Decoder decoder = new Decoder(4095, 8, recording);
        decoder.feed(ascii("01r0001004echoffffffff"));
        ByteBuffer chunk = ByteBuffer.allocate(1 << 24);
        for (int i = 0; i < 255; i++) {
            decoder.feed(chunk.clear());
        }
        decoder.feed(chunk.clear().limit(chunk.capacity() - 1));
        decoder.feed(ascii("h000000000001"));
        assertThat(recording.events()).hasSize(3).last().isEqualTo(new HeartbeatMessage(0, 1));
    }

    @Test
    void largePayloadsArriveAsTheyWereSent() {
        byte[] large = new byte[(1 << 20) + 1];
        new Random(1).nextBytes(large);
        for (int piece : new int[] {1000, 8 * KIBIBYTE, 64 * KIBIBYTE, large.length}) {
            Recording events = new Recording();
            Decoder decoder = new Decoder(4095, large.length, events);
            decoder.feed(ascii("01r0001004echo00100001"));
            for (int at = 0; at < large.length; at += piece) {
                decoder.feed(ByteBuffer.wrap(large, at, Math.min(piece, large.length - at)));
            }
            Payload payload = ((SingleRequest) events.events().get(1)).payload();
            assertThat(payload.bytes()).as("in pieces of %d", piece).isEqualTo(large);
        }
    }

    @Test
    void aPayloadIsTheReceiversOwn() {
        Decoder decoder = new Decoder(4095, 100, recording);
        byte[] reused = "01n004note00000003abc".getBytes(US_ASCII);
        decoder.feed(ByteBuffer.wrap(reused));
        Arrays.fill(reused, (byte) 'x');
        assertThat(recording.events()).last().isEqualTo(new NotificationMessage("note", Payload.utf8("abc")));
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(US_ASCII));
    }

    private static long bytesAllocatedBy(Runnable action) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
