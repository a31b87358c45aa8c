package org.gotalk;

import java.io.OutputStream;
import java.util.concurrent.CompletionStage;

/**
 * Writes the parts of a stream to the peer. Parts of more than 64 KiB are cut, and those of all streams and the other
 * messages of a connection take turns, so that a large stream holds up nobody.
 *
 * <p>A stream has at most {@link Limits#maxStreamBuffer()} bytes queued, and all streams of a connection together at
 * most half of {@link Limits#maxOutbound()}. A writer waits for room or is told that there is none, as it likes. Writers
 * that write at the same time have their parts one after the other, never mixed. All methods may be called from any
 * thread; those that wait throw {@link IllegalStateException} on a thread that reads from a connection.
 */
public interface StreamWriter extends AutoCloseable {

    /**
     * Writes a part. Returns once it is queued; waits for room where necessary, at most for {@link
     * Limits#streamTimeout()}.
     *
     * @param part what is written, which the caller does not change any more; an empty one writes nothing, since on the
     *     wire it would be the end
     * @throws StreamEndedException when the peer wants no more, or this side has ended the stream
     * @throws OperationException when the peer has answered with an error meanwhile
     * @throws RetryLater when the peer has refused meanwhile
     * @throws SockClosedException when the connection is closed
     * @throws OutboxFullException when no room came in time; of a part that is cut, the beginning may be sent
     * @throws WaitInterruptedException when the thread is interrupted while it waits
     */
    void write(byte[] part);

    /** Writes a value as a part, encoded by the connection's codec, as {@link #write} does. */
    void writeValue(Object value);

    /**
     * Writes a part if it can be queued at once.
     *
     * @return whether it was queued; false when there is no room
     * @throws GotalkException as {@link #write} does, where the stream or the connection has ended
     */
    boolean tryWrite(byte[] part);

    /**
     * Writes a part as soon as there is room. The stage completes when it is queued, and fails with the exceptions that
     * {@link #write} throws. The next part is to be written after that.
     */
    CompletionStage<Void> writeAsync(byte[] part);

    /**
     * Bytes as a stream, the same each time: gathered to parts of 64 KiB, sent when one is full, on {@code flush}, and at
     * the end of this. Failures are {@link java.io.IOException} with the exception of {@link #write} as its cause. Closing
     * it closes this; not so for a {@link StreamResult}, see there. For one thread at a time.
     */
    OutputStream outputStream();

    /** Whether the peer wants more and nothing has failed. */
    boolean isOpen();

    /** Ends the stream, after what was written. Does not wait. A second call changes nothing. */
    @Override
    void close();
}
