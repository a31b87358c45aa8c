package org.gotalk.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.gotalk.CloseReason;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.Values;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.test.internal.BoundedWait;
import org.gotalk.test.internal.MemoryConnection;

/**
 * A peer of a {@link TestServer}: a {@link Sock} that also remembers what it heard. What waits for the server waits for
 * {@link TestServer.Builder#patience} at most, by the real time, and then throws an {@link AssertionError} that tells
 * what was expected and the last messages of the connection. A request that the server refuses is not sent again: its
 * {@link org.gotalk.RetryLater} is thrown. Closed after the test.
 */
public final class TestPeer extends ForwardedSock {

    private final MemoryConnection connection;

    TestPeer(Sock sock, MemoryConnection connection) {
        super(sock);
        this.connection = connection;
    }

    @Override
    public <T> T request(String operation, Object value, Class<T> resultType, Duration timeout) {
        return BoundedWait.of(
                requestAsync(operation, value, resultType, timeout),
                "the result of \"" + operation + "\"",
                connection.patience(),
                connection.log());
    }

    @Override
    public void signIn(String token) {
        BoundedWait.of(signInAsync(token), "the result of the sign-in", connection.patience(), connection.log());
    }

    /**
     * Sends a request that must fail.
     *
     * @return the error result, with its code and data
     * @throws AssertionError if the request succeeds
     */
    public OperationException requestError(String operation, Object value) {
        byte[] result;
        try {
            result = request(operation, value, byte[].class);
        } catch (OperationException expected) {
            return expected;
        }
        throw new AssertionError("\"" + operation + "\" was expected to fail, but its result is "
                + new String(result, StandardCharsets.UTF_8));
    }

    /**
     * Waits for a notification of the server, and takes the oldest of this name that was not taken before. Those of
     * other names stay. The peer needs no handler for it.
     *
     * @param type {@code byte[]} for the payload as it is
     * @throws AssertionError if none comes in time
     * @throws org.gotalk.PayloadException if the payload is not a {@code type}
     */
    public <T> T awaitNotification(String name, Class<T> type) {
        NotificationMessage message = connection
                .log()
                .take(name, connection.patience())
                .orElseThrow(() -> BoundedWait.missing(
                        "the notification \"" + name + "\"", connection.patience(), connection.log()));
        return Values.required(codec(), message.payload().bytes(), type);
    }

    /**
     * The notifications that came and were not awaited, oldest first, the newest 1000: the name in quotation marks, then
     * the payload if there is one. What the server had sent before the result of a request is here when the request
     * returns; for all else, call {@link TestServer#settle()} first.
     */
    public List<String> notifications() {
        return connection.log().notifications();
    }

    /**
     * Waits until the connection has closed. The server's application may not have been told yet; call {@link
     * TestServer#settle()} for that.
     *
     * @return why it did
     */
    public CloseReason awaitClosed() {
        return BoundedWait.of(closed(), "the end of the connection", connection.patience(), connection.log());
    }

    /** What went over the connection. */
    public FrameRecorder recorder() {
        return new FrameRecorder(connection.log());
    }

    /** The other end: what handlers and beans get as the Sock of this peer. */
    public Sock serverSide() {
        return connection.server();
    }
}
