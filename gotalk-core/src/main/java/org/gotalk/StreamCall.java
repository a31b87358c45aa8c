package org.gotalk;

import java.util.concurrent.CompletionStage;

/**
 * A stream request of this side: its parts go out through {@link #request()} while the answer comes in through {@link
 * #result()}, in any order. The request reaches the peer with its first part, or with its end if it has none.
 *
 * <p>Once the answer has ended, the peer wants no more of the request: writing throws {@link StreamEndedException}, and
 * nothing more is sent. Operations that say that they read on after they have answered are called with {@link
 * #continueAfterAnswer()}.
 *
 * <pre>{@code
 * try (StreamCall call = sock.streamRequest("upload"); InputStream file = Files.newInputStream(path)) {
 *     file.transferTo(call.request().outputStream());
 *     Receipt receipt = call.finish(Receipt.class);
 * }
 * }</pre>
 */
public interface StreamCall extends AutoCloseable {

    /** Takes the parts of the request. */
    StreamWriter request();

    /** Has the parts of the answer. One that came whole has one part, or none where it is empty. */
    StreamReader result();

    /** Lets the request go on after the answer's end, until it is closed. To be called before anything is written. */
    StreamCall continueAfterAnswer();

    /**
     * Ends the request and waits for the whole answer, as one value. What it throws is what {@link StreamReader#read()}
     * throws, and {@link PayloadException} when the answer is no {@code resultType} or longer than {@link
     * Limits#maxPayload()}.
     */
    <T> T finish(Class<T> resultType);

    /** As {@link #finish}, later. The stage completes on the connection's executor. */
    <T> CompletionStage<T> finishAsync(Class<T> resultType);

    /**
     * Ends the request if it has not ended, and drops what still comes of the answer. The protocol has no word for
     * giving up: a peer that has to know whether everything came is told so within the stream.
     */
    @Override
    void close();
}
