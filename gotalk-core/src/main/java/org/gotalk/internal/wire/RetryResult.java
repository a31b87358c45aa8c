package org.gotalk.internal.wire;

/**
 * {@code e}: the request was refused and may be repeated later.
 *
 * @param id the request's
 * @param waitMillis how long to wait at least, 0 to 4,294,967,295 milliseconds; 0 for any time
 * @param payload plain text for the requestor
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
