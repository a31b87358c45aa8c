package org.gotalk.internal.wire;

/** Takes messages, one method for each kind, so that the compiler sees that none is forgotten. */
public interface MessageReceiver {

    void singleRequest(SingleRequest message);

    void streamRequest(StreamRequest message);

    void streamRequestPart(StreamRequestPart message);

    void singleResult(SingleResult message);

    void streamResult(StreamResult message);

    void errorResult(ErrorResult message);

    void retryResult(RetryResult message);

    void notification(Notification message);

    void heartbeat(Heartbeat message);

    void protocolError(ProtocolError message);
}
