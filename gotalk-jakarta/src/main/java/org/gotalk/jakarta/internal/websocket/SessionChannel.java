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
 * <p>What comes is handed on under {@code delivery}, so that the engine is told one thing at a time, whichever threads
 * the container uses. The engine's threads never take that lock.
 */
final class SessionChannel implements WebSocketChannel {

    /** For a thread that sends to return before the connection is cut. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Session session;
    private final SessionSender sender;
    private final ReadingGate gate;
    private final NetworkConnection connection;
    private final SessionCloser closer;
    private final WebSocketTransport transport;
    private final ReentrantLock delivery = new ReentrantLock();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** A link to an open session. */
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
     * A link to an open session of this container.
     *
     * @param writeTimeout time for the peer to take a message
     * @param longestPause how long a thread that reads is held back at most
     * @param buffers for sends on the current thread, which are for connections that can be cut: on others a slow peer could
     *     hold a thread up for ever
     */
    static SessionChannel to(
            Session session,
            Duration writeTimeout,
            Duration longestPause,
            SendBufferPool buffers,
            SessionCloser closer) {
        NetworkConnection connection = LibertyConnection.below(session).orElse(NetworkConnection.UNKNOWN);
        SendBufferPool allowed = connection.canBeCut() ? buffers : new SendBufferPool(0);
        SessionSender sender = new SessionSender(session, writeTimeout, connection, allowed, closer);
        return new SessionChannel(session, sender, new ReadingGate(longestPause), connection, closer);
    }

    Transport transport() {
        return transport;
    }

    /** The container is told where to bring what comes when the conversation has begun. */
    @Override
    public void start() {}

    @Override
    public void send(WebSocketMessage message, SendCompletion completion) {
        sender.send(message, completion);
    }

    @Override
    public boolean sendsMayWait() {
        return true;
    }

    /** The container answers pings by itself, and waits for a peer that sends them and does not read. */
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

    /** Closes a session that no conversation began on. */
    void refuse(int code, String reason) {
        if (ended.compareAndSet(false, true)) {
            closer.threads().execute(() -> closeSession(code, reason));
        }
    }

    /**
     * The container does not always tell of an end that this side began, so it is told here. A session that has ended by
     * itself is left alone: on Open Liberty, closing one now and then breaks a connection that was opened meanwhile.
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

    /** Bytes came: a part of a binary message, or a whole text. Returns when it was taken and reading may go on. */
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

    /** The session ends once this returns. Calls after the first change nothing, but wait like it. */
    void ended(int code, String detail) {
        gate.end();
        sender.end(MOMENT);
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        delivery.lock();
        try {
            transport.closed(ContainerCloseCodes.received(code), detail);
        } finally {
            delivery.unlock();
        }
    }
}
