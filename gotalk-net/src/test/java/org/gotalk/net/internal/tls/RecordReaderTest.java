package org.gotalk.net.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    private final RecordReader reader = new RecordReader();

    private static byte[] record(int content) {
        byte[] record = new byte[5 + content];
        record[0] = 23;
        record[1] = 3;
        record[2] = 3;
        record[3] = (byte) (content >> 8);
        record[4] = (byte) content;
        for (int i = 0; i < content; i++) {
            record[5 + i] = (byte) i;
        }
        return record;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private List<byte[]> read(ByteBuffer bytes) throws Exception {
        List<byte[]> records = new ArrayList<>();
        for (ByteBuffer next = reader.next(bytes); next != null; next = reader.next(bytes)) {
            records.add(bytes(next));
        }
        assertThat(bytes.hasRemaining()).isFalse();
        return records;
    }

    @Test
    void recordsThatComeTogetherAreTakenApart() throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(100);
        bytes.put(record(10)).put(record(0)).put(record(20)).flip();
        assertThat(read(bytes)).containsExactly(record(10), record(0), record(20));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 59, 60, 1000, 18432})
    void aRecordMayComeByteByByte(int content) throws Exception {
        byte[] record = record(content);
        List<byte[]> read = new ArrayList<>();
        for (byte next : record) {
            assertThat(read).isEmpty();
            read.addAll(read(ByteBuffer.wrap(new byte[] {next})));
        }
        assertThat(read).containsExactly(record);
    }

    @Test
    void aRecordMayBeCutAnywhereAndOthersFollow() throws Exception {
        byte[] record = record(100);
        for (int cut = 0; cut <= record.length; cut++) {
            List<byte[]> read = new ArrayList<>(read(ByteBuffer.wrap(record, 0, cut)));
            ByteBuffer rest = ByteBuffer.allocate(1000);
            rest.put(record, cut, record.length - cut).put(record(7)).flip();
            read.addAll(read(rest));
            assertThat(read).as("cut at " + cut).containsExactly(record, record(7));
        }
    }

    @Test
    void aRecordThatIsWholeIsNotCopied() throws Exception {
        byte[] record = record(10);
        assertThat(reader.next(ByteBuffer.wrap(record)).array()).isSameAs(record);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 3})
    void oneThatIsTooLargeIsRefusedAtItsHeader(int cut) throws Exception {
        byte[] record = record(18433);
        assertThat(read(ByteBuffer.wrap(record, 0, cut == 5 ? 0 : cut))).isEmpty();
        int from = cut == 5 ? 0 : cut;
        assertThatThrownBy(() -> reader.next(ByteBuffer.wrap(record, from, 5 - from)))
                .hasMessage("TLS record has 18438 bytes, the limit is 18437");
    }
}
