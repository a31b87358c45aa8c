package org.gotalk;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Reads the parts of a stream that the peer writes, in their order and with their boundaries.
 *
 * <p>Parts that came and were not read yet are kept, up to {@link Limits#maxStreamBuffer()} bytes and the one part that
 * reaches it. A reader that falls behind first slows its peer, for {@link Limits#readPause()} at most, and then loses the stream with a {@link
 * StreamOverflowException}. One reader at a time: {@code read}, {@code readAsync}, the input stream and the streams of
 * parts and values take parts away from each other. All methods may be called from any thread; those that wait throw
 * {@link IllegalStateException} on a thread that reads from a connection.
 */
public interface StreamReader extends AutoCloseable {

    /**
     * The next part, which is waited for up to {@link Limits#streamTimeout()}, or the time that was given for the call.
     *
     * @return the part, which is never empty and the caller's own; none at the end of the stream, then and from then on
     * @throws OperationException when the peer answered with an error instead
     * @throws RetryLater when the peer refused for the time being
     * @throws RequestTimeoutException when no part came in time; the stream is given up
     * @throws StreamOverflowException when parts came faster than they were read
     * @throws SockClosedException when the connection ended before the stream did
     * @throws WaitInterruptedException when the thread is interrupted while it waits; the stream goes on
     * @throws IllegalStateException when it was closed by this side
     */
    Optional<byte[]> read();

    /**
     * The next part, later. The stage fails with the exceptions that {@link #read()} throws; it completes on the
     * connection's executor. The next call comes after it has completed.
     */
    CompletionStage<Optional<byte[]>> readAsync();

    /**
     * All further parts as one payload.
     *
     * @param limit how many bytes are acceptable
     * @throws PayloadException when there are more; the rest is not wanted then
     */
    byte[] readAll(int limit);

    /** All further parts as one payload, as {@link #readAll(int)}, of at most {@link Limits#maxPayload()} bytes. */
    byte[] readAll();

    /**
     * The bytes of all further parts, without their boundaries. Its {@code read} throws {@link java.io.IOException} with
     * the exception of {@link #read()} as its cause; closing it closes this.
     */
    InputStream inputStream();

    /** All further parts, read as the stream asks for them; what {@link #read()} throws comes from there. */
    Stream<byte[]> parts();

    /** As {@link #parts()}, each decoded by the connection's codec; a part that is no {@code type} is a {@link PayloadException}. */
    <T> Stream<T> values(Class<T> type);

    /** Wants no more: what is kept is let go at once, and what still comes is dropped. A second call changes nothing. */
    @Override
    void close();
}
