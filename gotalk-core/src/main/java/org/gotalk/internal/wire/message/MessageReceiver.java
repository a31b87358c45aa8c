package org.gotalk.internal.wire.message;

/** Receives messages, with one method for each kind, so that the compiler ensures that all are handled. */
public interface MessageReceiver {

    void singleRequest(SingleRequest message);

    void streamRequest(StreamRequestMessage message);

    void streamRequestPart(StreamRequestPart message);

    void singleResult(SingleResult message);

    void streamResult(StreamResultMessage message);

    void errorResult(ErrorResult message);

    void retryResult(RetryResult message);

    void notification(NotificationMessage message);

    void heartbeat(HeartbeatMessage message);

    void protocolError(ProtocolError message);
}
