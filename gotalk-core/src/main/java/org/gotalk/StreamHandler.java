package org.gotalk;

import java.util.concurrent.CompletionStage;

/**
 * Handles requests in parts: stream requests, and also single requests, as streams of one part, or none if the payload
 * is empty.
 */
@FunctionalInterface
public interface StreamHandler {

    /**
     * Handles one request. Runs on the connection's executor as soon as the request has begun, for many requests of one
     * peer at once.
     *
     * <p>Once the stage completes, the operation is over: unread parts of the request are dropped, and the result ends
     * if it has not. An operation that wrote no parts sends a single result.
     *
     * @param peer the requester
     * @param request reads the parts of the request
     * @param result writes the parts of the result
     * @return completes when the operation is done, with the payload of the whole result if no parts were written, or
     *     else with the last part; empty for none
     * @throws OperationException to send an error result, at any time
     * @throws RetryLater to refuse the request; the peer may retry
     * @throws Exception anything else is logged with an id, and only the id is sent to the peer
     */
    CompletionStage<byte[]> handle(Sock peer, StreamRequest request, StreamResult result) throws Exception;
}
