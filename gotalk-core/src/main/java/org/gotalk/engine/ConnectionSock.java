package org.gotalk.engine;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.Names;
import org.gotalk.OutboxFullException;
import org.gotalk.PayloadCodec;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.Values;
import org.gotalk.wire.EncodedMessage;
import org.gotalk.wire.Notification;
import org.gotalk.wire.Payload;

/** A connection as the application sees it: values instead of bytes. */
final class ConnectionSock implements Sock {

    private final String id;
    private final Peer peer;
    private final Settings settings;
    private final Connection connection;
    private final Caller caller;
    private final Outbox outbox;

    ConnectionSock(String id, Peer peer, Settings settings, Connection connection, Caller caller, Outbox outbox) {
        this.id = id;
        this.peer = peer;
        this.settings = settings;
        this.connection = connection;
        this.caller = caller;
        this.outbox = outbox;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public PayloadCodec codec() {
        return settings.codec();
    }

    @Override
    public <T> T request(String operation, Object value, Class<T> resultType) {
        return request(operation, value, resultType, settings.limits().requestTimeout());
    }

    @Override
    public <T> T request(String operation, Object value, Class<T> resultType, Duration timeout) {
        byte[] result = call(operation, value, timeout);
        return Values.required(codec(), result, resultType);
    }

    @Override
    public void request(String operation, Object value) {
        call(operation, value, settings.limits().requestTimeout());
    }

    @Override
    public <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType) {
        return requestAsync(operation, value, resultType, settings.limits().requestTimeout());
    }

    @Override
    public <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType, Duration timeout) {
        return caller.callAsync(operation, Values.encoded(codec(), value), timeout)
                .thenApply(result -> Values.required(codec(), result, resultType));
    }

    @Override
    public void notify(String name, Object value) {
        ReadingThread.refuseToWait("notify", "tryNotify");
        EncodedMessage message = encoded(name, value);
        if (!outbox.offer(message, Handover.UNWATCHED, settings.limits().writeTimeout())) {
            throw outbox.isClosed()
                    ? new SockClosedException(connection.reason(), false)
                    : OutboxFullException.ofBytes(
                            outbox.queued(), settings.limits().maxOutbound());
        }
    }

    @Override
    public boolean tryNotify(String name, Object value) {
        return outbox.offer(encoded(name, value), Handover.UNWATCHED);
    }

    @Override
    public boolean tryNotify(EncodedNotification notification) {
        if (notification instanceof EncodedNotificationMessage encoded) {
            return outbox.offer(encoded.message(), Handover.UNWATCHED);
        }
        throw new IllegalArgumentException(
                "notification \"" + notification.name() + "\" was not made by encode(…) of a Sock");
    }

    @Override
    public EncodedNotification encode(String name, Object value) {
        return new EncodedNotificationMessage(name, encoded(name, value));
    }

    @Override
    public boolean isOpen() {
        return connection.isOpen();
    }

    @Override
    public CompletionStage<CloseReason> closed() {
        return connection.closed();
    }

    @Override
    public void close() {
        connection.close(CloseReason.NORMAL);
    }

    @Override
    public void close(CloseReason reason) {
        connection.close(reason);
    }

    @Override
    public String toString() {
        return id + " (" + peer.address() + ")";
    }

    private byte[] call(String operation, Object value, Duration timeout) {
        ReadingThread.refuseToWait("request", "requestAsync");
        return caller.call(operation, Values.encoded(codec(), value), timeout);
    }

    private EncodedMessage encoded(String name, Object value) {
        return EncodedMessage.of(new Notification(Names.checked(name), Payload.of(Values.encoded(codec(), value))));
    }
}
