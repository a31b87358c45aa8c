package org.gotalk.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gotalk.conformance.Bytes;
import org.gotalk.conformance.ConformanceCase;
import org.gotalk.conformance.ConformanceTable;
import org.gotalk.conformance.Conforms;
import org.gotalk.conformance.Recording;
import org.gotalk.conformance.Seen;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.testing.Buffers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of {@code src/test/resources/conformance}, read and written. */
class ConformanceTest {

    static Stream<ConformanceCase> streams() {
        return ConformanceTable.streams();
    }

    static Stream<ConformanceCase> textMessages() {
        return ConformanceTable.textMessages();
    }

    static Stream<ConformanceCase> wellFormed() {
        return streams()
                .filter(rule -> rule.seen().stream()
                        .allMatch(event -> event instanceof Message || event instanceof Seen.Version));
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("streams")
    void holdsWhenAllComesAtOnce(ConformanceCase rule) {
        assertThat(read(rule, rule.stream())).isEqualTo(rule.seen());
    }

    @Conforms("split-at-every-byte")
    @ParameterizedTest
    @MethodSource("streams")
    void holdsWhenCutInTwoAnywhere(ConformanceCase rule) {
        byte[] stream = rule.stream();
        for (int cut = 1; cut < stream.length; cut++) {
            byte[] first = Arrays.copyOf(stream, cut);
            byte[] second = Arrays.copyOfRange(stream, cut, stream.length);
            assertThat(read(rule, first, second)).as("cut at %d", cut).isEqualTo(rule.seen());
        }
    }

    @Conforms("split-at-every-byte")
    @ParameterizedTest
    @MethodSource("streams")
    void holdsByteByByte(ConformanceCase rule) {
        assertThat(read(rule, pieces(rule.stream(), 1))).isEqualTo(rule.seen());
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("streams")
    void holdsInDirectReadOnlyAndSlicedBuffers(ConformanceCase rule) {
        List<UnaryOperator<ByteBuffer>> kinds = List.of(
                bytes -> ByteBuffer.allocateDirect(bytes.remaining()).put(bytes).flip(),
                ByteBuffer::asReadOnlyBuffer,
                bytes -> ByteBuffer.allocate(bytes.remaining() + 20)
                        .position(7)
                        .slice()
                        .put(3, bytes, 0, bytes.remaining())
                        .position(3)
                        .limit(3 + bytes.remaining()));
        for (UnaryOperator<ByteBuffer> kind : kinds) {
            assertThat(read(rule, kind, pieces(rule.stream(), 1 << 20))).isEqualTo(rule.seen());
            assertThat(read(rule, kind, pieces(rule.stream(), 5))).isEqualTo(rule.seen());
        }
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("streams")
    void holdsWhenReadingStopsAfterEachMessage(ConformanceCase rule) {
        Recording recording = new Recording();
        Decoder decoder = decoder(rule, recording);
        recording.afterEach(decoder::suspend);
        ByteBuffer stream = ByteBuffer.wrap(rule.stream());
        while (stream.hasRemaining()) {
            int before = recording.events().size();
            decoder.feed(stream);
            assertThat(recording.events().size() - before).isLessThanOrEqualTo(1);
        }
        assertThat(recording.events()).isEqualTo(rule.seen());
    }

    @Conforms("lower-case-hex")
    @ParameterizedTest
    @MethodSource("wellFormed")
    void whatIsWrittenIsTheBytesOfTheTable(ConformanceCase rule) {
        byte[] written = written(rule.seen());
        assertThat(Bytes.show(written)).isEqualTo(Bytes.show(rule.writtenStream()));
        assertThat(read(rule, written)).isEqualTo(rule.seen());
    }

    @Conforms
    @ParameterizedTest
    @MethodSource("textMessages")
    void holdsForTextMessages(ConformanceCase rule) {
        Recording recording = new Recording();
        Decoder decoder = decoder(rule, recording);
        for (ConformanceCase.Arrival arrival : rule.in()) {
            if (arrival.isText()) {
                decoder.beginTextMessage(arrival.bytes().length);
            }
            decoder.feed(ByteBuffer.wrap(arrival.bytes()));
        }
        assertThat(recording.events()).isEqualTo(rule.seen());
    }

    private static List<Object> read(ConformanceCase rule, byte[]... pieces) {
        return read(rule, bytes -> bytes, pieces);
    }

    private static List<Object> read(ConformanceCase rule, UnaryOperator<ByteBuffer> kind, byte[]... pieces) {
        Recording recording = new Recording();
        Decoder decoder = decoder(rule, recording);
        for (byte[] piece : pieces) {
            ByteBuffer bytes = kind.apply(ByteBuffer.wrap(piece));
            decoder.feed(bytes);
            assertThat(bytes.hasRemaining()).isFalse();
        }
        return recording.events();
    }

    private static Decoder decoder(ConformanceCase rule, DecoderListener listener) {
        return new Decoder(rule.limits().name(), rule.limits().payload(), listener);
    }

    private static byte[] written(List<Object> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object event : events) {
            EncodedMessage encoded =
                    event instanceof Message message ? EncodedMessage.of(message) : EncodedMessage.version();
            bytes.writeBytes(Buffers.bytes(List.of(encoded.header(), encoded.payload())));
        }
        return bytes.toByteArray();
    }

    private static byte[][] pieces(byte[] stream, int length) {
        byte[][] pieces = new byte[(stream.length + length - 1) / length][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = Arrays.copyOfRange(stream, i * length, Math.min(stream.length, (i + 1) * length));
        }
        return pieces;
    }
}
