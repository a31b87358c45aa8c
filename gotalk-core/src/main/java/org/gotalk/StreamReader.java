package org.gotalk;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Reads the parts of a stream that the peer writes, in order and with their boundaries.
 *
 * <p>Received parts are buffered, up to {@link Limits#maxStreamBuffer()} bytes and the one part that reaches the limit.
 * A slow reader first slows the peer, for at most {@link Limits#readPause()}, and then loses the stream with a {@link
 * StreamOverflowException}. Use one way of reading at a time: {@code read}, {@code readAsync}, the input stream and the
 * streams of parts and values share the parts. Thread-safe; methods that wait throw {@link IllegalStateException} on a
 * thread that reads from a connection.
 */
public interface StreamReader extends AutoCloseable {

    /**
     * Waits for the next part, at most for {@link Limits#streamTimeout()} or the timeout of the call.
     *
     * @return the part, never empty, which the caller may keep and change; no part once the stream has ended
     * @throws OperationException if the peer sent an error result
     * @throws RetryLater if the peer refused the request
     * @throws RequestTimeoutException if there is no part in time; the stream is closed
     * @throws StreamOverflowException if parts arrived faster than they were read
     * @throws SockClosedException if the connection closed before the stream ended
     * @throws WaitInterruptedException if the thread is interrupted while it waits; the stream remains usable
     * @throws IllegalStateException if this side closed the stream
     */
    Optional<byte[]> read();

    /**
     * The next part, without waiting. The stage fails with the exceptions of {@link #read()} and completes on the
     * connection's executor. The next read must not start before it completes.
     */
    CompletionStage<Optional<byte[]>> readAsync();

    /**
     * Reads all further parts as one payload.
     *
     * @param limit the maximum number of bytes
     * @throws PayloadException if there are more; the reader is closed
     */
    byte[] readAll(int limit);

    /** As {@link #readAll(int)}, with {@link Limits#maxPayload()} as the limit. */
    byte[] readAll();

    /**
     * The bytes of all further parts, without boundaries. Its {@code read} throws {@link java.io.IOException} with the
     * exception of {@link #read()} as the cause; closing it closes this reader.
     */
    InputStream inputStream();

    /** All further parts, each read on demand. Terminal operations throw the exceptions of {@link #read()}. */
    Stream<byte[]> parts();

    /**
     * As {@link #parts()}, decoded by the connection's codec; throws {@link PayloadException} for a part that is not a
     * {@code type}.
     */
    <T> Stream<T> values(Class<T> type);

    /**
     * Discards the buffered parts and all that arrive later. A peer that uses the subprotocol {@code gotalk.v1} learns
     * that the rest of its result is not wanted, if the request has ended. A second call has no effect.
     */
    @Override
    void close();
}
