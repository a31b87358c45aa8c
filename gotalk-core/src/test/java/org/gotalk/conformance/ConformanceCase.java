package org.gotalk.conformance;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.gotalk.internal.wire.message.Payload;

/**
 * One block of a conformance table.
 *
 * @param source the table's file, from the root of the project
 * @param rule what it shows
 * @param conforms the rules of the protocol that it belongs to, by their ids
 * @param limits what the reader allows
 * @param in what comes, in order
 * @param seen what is understood, see {@link Seen}
 * @param written the same messages as this implementation writes them, where that is not how they came
 * @param out what a server answers after its own version, or nothing where the table does not say
 * @param end the close code with which the server ends the connection, or nothing where it goes on
 */
public record ConformanceCase(
        String source,
        String rule,
        List<String> conforms,
        ReadLimits limits,
        List<Arrival> in,
        List<Object> seen,
        List<byte[]> written,
        List<byte[]> out,
        List<Integer> end) {

    /**
     * Bytes that come together.
     *
     * @param isText whether they are a whole WebSocket text message; else they are bytes of a stream
     */
    public record Arrival(Payload content, boolean isText) {

        /** The bytes themselves. */
        public byte[] bytes() {
            return content.bytes();
        }
    }

    /**
     * What a reader allows.
     *
     * @param name longest name, in bytes
     * @param payload largest payload, in bytes
     * @param streams stream requests at once
     */
    public record ReadLimits(int name, int payload, int streams) {}

    /** All bytes that come, as one stream. */
    public byte[] stream() {
        return joined(in.stream().map(Arrival::bytes).toList());
    }

    /** The messages as this implementation writes them. */
    public byte[] writtenStream() {
        return written.isEmpty() ? stream() : joined(written);
    }

    /** What the server answers. */
    public byte[] outStream() {
        return joined(out);
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pieces.forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    @Override
    public String toString() {
        return rule;
    }
}
