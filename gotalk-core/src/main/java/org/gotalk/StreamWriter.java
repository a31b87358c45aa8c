package org.gotalk;

import java.io.OutputStream;
import java.util.concurrent.CompletionStage;

/**
 * Writes the parts of a stream to the peer. Parts larger than 64 KiB are split. Streams and other messages of a
 * connection take turns, so a large stream does not delay them.
 *
 * <p>A stream has at most {@link Limits#maxStreamBuffer()} bytes queued, and all streams of a connection together at
 * most half of {@link Limits#maxOutbound()}. Parts of concurrent writers are queued one after the other, never mixed.
 * Thread-safe; methods that wait throw {@link IllegalStateException} on a thread that reads from a connection.
 */
public interface StreamWriter extends AutoCloseable {

    /**
     * Writes a part. Returns once it is queued; waits for room, at most for {@link Limits#streamTimeout()}.
     *
     * @param part the bytes, which the caller must not change afterwards; an empty array writes nothing, since an empty
     *     part ends the stream on the wire
     * @throws StreamEndedException if the operation is over or this side has ended the stream
     * @throws OperationException if the peer has sent an error result
     * @throws RetryLater if the peer has refused the request
     * @throws SockClosedException if the connection is closed
     * @throws OutboxFullException if there is no room in time; the beginning of a split part may be sent
     * @throws WaitInterruptedException if the thread is interrupted while it waits
     */
    void write(byte[] part);

    /** Writes a value as a part, encoded by the connection's codec, as {@link #write} does. */
    void writeValue(Object value);

    /**
     * Writes a part if it can be queued at once. Never waits.
     *
     * @return whether it was queued; false if there is no room
     * @throws GotalkException as {@link #write} does, if the stream has ended or the connection is closed
     */
    boolean tryWrite(byte[] part);

    /**
     * Writes a part as soon as there is room. The stage completes when it is queued, and fails with the exceptions of
     * {@link #write}. The next write must not start before it completes.
     */
    CompletionStage<Void> writeAsync(byte[] part);

    /**
     * The output stream of this writer, always the same. Buffers bytes into parts of 64 KiB, which are sent when full,
     * on {@code flush} and at the end. Throws {@link java.io.IOException} with the exception of {@link #write} as the
     * cause. Closing it closes this writer, except for a {@link StreamResult}. Not thread-safe.
     */
    OutputStream outputStream();

    /** Whether parts can still be written. */
    boolean isOpen();

    /** Ends the stream, after the parts written. Does not wait. A second call has no effect. */
    @Override
    void close();
}
