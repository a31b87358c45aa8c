package org.gotalk.jakarta.internal.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.gotalk.internal.transport.CloseFrame;
import org.gotalk.internal.transport.WebSocketChannel;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;

/**
 * One session of the container as a channel of the engine.
 *
 * <p>Received messages and the close are delivered under {@code delivery}, so that the engine gets one event at a time,
 * whichever threads the container uses. The engine's threads never take that lock.
 */
final class SessionChannel implements WebSocketChannel {

    /** Time for a sending thread to return before the connection is cut. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    /**
     * Bytes of a connection that the system buffers. A third of it passes within a few seconds on a link of 20 KB/s, and
     * as much is under way on one of 20 Mbit/s and 100 ms.
     */
    private static final int SEND_BUFFER = 256 * 1024;

    private final Session session;
    private final SessionSender sender;
    private final ReadingGate gate;
    private final NetworkConnection connection;
    private final SessionCloser closer;
    private final WebSocketTransport transport;
    private final ReentrantLock delivery = new ReentrantLock();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Creates a channel on an open session. */
    SessionChannel(
            Session session,
            SessionSender sender,
            ReadingGate gate,
            NetworkConnection connection,
            SessionCloser closer) {
        this.session = session;
        this.sender = sender;
        this.gate = gate;
        this.connection = connection;
        this.closer = closer;
        this.transport = new WebSocketTransport(this, session.getNegotiatedSubprotocol());
    }

    /**
     * Creates a channel on an open session of this container.
     *
     * @param writeTimeout maximum time for the peer to read a message
     * @param longestPause maximum time that a reading thread is blocked
     * @param buffers for sends on the current thread, used only if the connection can be cut: otherwise a slow peer
     *     could block a thread forever
     */
    static SessionChannel to(
            Session session,
            Duration writeTimeout,
            Duration longestPause,
            SendBufferPool buffers,
            SessionCloser closer) {
        NetworkConnection connection = LibertyConnection.below(session).orElse(NetworkConnection.UNKNOWN);
        connection.limitSendBuffer(SEND_BUFFER);
        SendBufferPool allowed = connection.canBeCut() ? buffers : new SendBufferPool(0);
        SessionSender sender = new SessionSender(session, writeTimeout, connection, allowed, closer);
        return new SessionChannel(session, sender, new ReadingGate(longestPause), connection, closer);
    }

    Transport transport() {
        return transport;
    }

    /** Does nothing: the endpoint registers its message handlers after the connection has started. */
    @Override
    public void start() {}

    @Override
    public void send(WebSocketMessage message, SendCompletion completion) {
        sender.send(message, completion);
    }

    @Override
    public long sendProgress() {
        return connection.sendProgress();
    }

    @Override
    public boolean sendsMayWait() {
        return true;
    }

    /** Includes the container's own pongs, which block if the peer does not read. */
    @Override
    public boolean holdsThread() {
        return sender.holdsThread() || connection.holdsThread();
    }

    @Override
    public void pauseReading() {
        gate.pause();
    }

    @Override
    public void resumeReading() {
        gate.resume();
    }

    @Override
    public void close(int code, String reason) {
        if (!ended.get() && closing.compareAndSet(false, true)) {
            closer.threads().execute(() -> closeSession(code, reason));
        }
    }

    /** Closes a session without a connection of the engine. */
    void refuse(int code, String reason) {
        if (ended.compareAndSet(false, true)) {
            closer.threads().execute(() -> closeSession(code, reason));
        }
    }

    /**
     * Closes the session and reports the close, because the container does not always report a close by this side. A
     * session that has already ended is not closed: on Open Liberty that sometimes breaks a newer connection.
     */
    private void closeSession(int code, String reason) {
        boolean isStuck = sender.isSending() || connection.isWriting();
        sender.end(MOMENT);
        if (session.isOpen()) {
            closer.close(
                    session,
                    new CloseReason(
                            CloseCodes.getCloseCode(ContainerCloseCodes.sendable(code)), CloseFrame.fitting(reason)),
                    connection,
                    isStuck);
        }
        ended(code, reason);
    }

    /**
     * A part of a binary message, or a whole text, was received. Returns when it is consumed and reading may resume.
     */
    void received(ByteBuffer message, boolean isText) {
        delivery.lock();
        try {
            if (ended.get() || closing.get()) {
                return;
            }
            transport.received(message, isText);
            while (gate.await() && message.hasRemaining()) {
                transport.resumed(message);
            }
        } finally {
            delivery.unlock();
        }
    }

    /** Reports the end of the session. Further calls have no effect, but wait for the first. */
    void ended(int code, String detail) {
        gate.end();
        sender.end(MOMENT);
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        delivery.lock();
        try {
            transport.closed(ContainerCloseCodes.received(code, connection.reportsLossAsUnexpected()), detail);
        } finally {
            delivery.unlock();
        }
    }
}
