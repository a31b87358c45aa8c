package org.gotalk;

import java.util.concurrent.CompletionStage;

/**
 * Answers requests in parts: stream requests, and single requests too, which then are streams of one part, or of none
 * where the payload is empty.
 */
@FunctionalInterface
public interface StreamHandler {

    /**
     * Answers one request. Called on the connection's executor as soon as the request has begun, for many of one peer
     * at once.
     *
     * <p>Once the stage completes, the operation is over: parts of the request that were not read are dropped, and the
     * answer ends if it has not. An operation that wrote no parts answers with a single result.
     *
     * @param peer where the request came from
     * @param request what comes
     * @param result takes parts of the answer
     * @return completes when the operation is done, with a payload: the whole answer where no parts were written,
     *     otherwise their last; empty for none
     * @throws OperationException to answer with an error that the peer may read, at any time
     * @throws RetryLater to refuse for the time being
     * @throws Exception anything else is logged with an id, which is all that the peer gets to know
     */
    CompletionStage<byte[]> handle(Sock peer, StreamRequest request, StreamResult result) throws Exception;
}
