package org.gotalk;

import java.util.concurrent.CompletionStage;

/**
 * A stream request of this side: {@link #request()} writes its parts, {@link #result()} reads the result, in any order.
 * The request is sent with its first part, or with its end if it has none.
 *
 * <p>When the result has ended, so has the request: writing throws {@link StreamEndedException} and nothing more is
 * sent. Operations that are known to read on after their result are called with {@link #continueAfterAnswer()}.
 *
 * <pre>{@code
 * try (StreamCall call = sock.streamRequest("upload"); InputStream file = Files.newInputStream(path)) {
 *     file.transferTo(call.request().outputStream());
 *     Receipt receipt = call.finish(Receipt.class);
 * }
 * }</pre>
 */
public interface StreamCall extends AutoCloseable {

    /** Writes the parts of the request. */
    StreamWriter request();

    /** Reads the parts of the result. A result that comes as a whole has one part, or none if it is empty. */
    StreamReader result();

    /**
     * Keeps the request open after the result has ended, until it is closed. Must be called before the first write.
     */
    StreamCall continueAfterAnswer();

    /**
     * Ends the request and waits for the whole result, as one value. Throws the exceptions of {@link
     * StreamReader#read()}, and {@link PayloadException} if the result is not a {@code resultType} or is larger than
     * {@link Limits#maxPayload()}.
     */
    <T> T finish(Class<T> resultType);

    /** As {@link #finish}, without waiting. The stage completes on the connection's executor. */
    <T> CompletionStage<T> finishAsync(Class<T> resultType);

    /**
     * Gives the call up if it is not over: discards the rest of the result, and what is queued of the request. A peer that
     * uses the subprotocol {@code gotalk.v1} learns it, and its operation is cancelled, see {@link Cancellation}. For
     * other peers the request ends here: where they must know whether it is complete, it needs a mark within the stream.
     */
    @Override
    void close();
}
