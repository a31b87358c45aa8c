package org.gotalk.internal.wire.message;

/**
 * {@code e}: the request was refused and may be retried.
 *
 * @param id the id of the request
 * @param waitMillis the minimum wait, 0 to 4,294,967,295 milliseconds; 0 leaves it to the requester
 * @param payload plain text for the requester
 */
public record RetryResult(RequestId id, long waitMillis, Payload payload) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.RETRY_RESULT;
    }

    @Override
    public void deliverTo(MessageReceiver receiver) {
        receiver.retryResult(this);
    }
}
