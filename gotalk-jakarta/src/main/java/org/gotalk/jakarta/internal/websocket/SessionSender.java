package org.gotalk.jakarta.internal.websocket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.spi.SendCompletion;
import org.jspecify.annotations.Nullable;

/**
 * Sends on one session, one message at a time: usually on the current thread, but asynchronously to a peer that has
 * made a send wait, or while all buffers are in use.
 *
 * <p>Containers switch threads for an asynchronous send, however small it is, which is most of the cost of a small
 * result. A send on the current thread has no timeout, and only the end of the connection ends it: so it is used only
 * if the connection can be cut (docs/adr/0008).
 */
final class SessionSender {

    /**
     * Added to the write timeout, which the engine enforces, where the connection cannot be cut; applies if closing does
     * not end a send.
     */
    private static final Duration SEND_MARGIN = Duration.ofSeconds(1);

    /**
     * The container's limit where the engine sees what the network takes, and cuts the connection if that is nothing: far
     * beyond what a message needs on the slowest link. Without any, Open Liberty falls back to the time limit of its TCP
     * channel, 60 s, and then neither goes on nor fails.
     */
    private static final Duration LONGEST_SEND = Duration.ofHours(1);

    private final RemoteEndpoint.Basic here;
    private final RemoteEndpoint.Async elsewhere;
    private final SendBufferPool buffers;
    private final NetworkConnection connection;
    private final SessionCloser closer;
    private final BlockingCall call;
    private final SlowPeer peer = new SlowPeer();
    private volatile @Nullable SendOutcome inFlight;
    private volatile boolean ended;

    /**
     * Creates the sender of an open session.
     *
     * @param writeTimeout maximum time for the peer to read a message
     * @param connection is cut if a send does not return
     * @param buffers for sends on the current thread, shared by all sessions; empty if the connection cannot be cut
     * @param closer retries delayed sends
     */
    SessionSender(
            Session session,
            Duration writeTimeout,
            NetworkConnection connection,
            SendBufferPool buffers,
            SessionCloser closer) {
        this.here = session.getBasicRemote();
        this.elsewhere = session.getAsyncRemote();
        this.connection = connection;
        this.closer = closer;
        this.call = new BlockingCall(connection::stopWriting);
        this.buffers = buffers;
        // The container's limit is for a whole message, which may take long on a slow link.
        elsewhere.setSendTimeout((connection.canBeCut() ? LONGEST_SEND : writeTimeout.plus(SEND_MARGIN)).toMillis());
    }

    /** Sends a message; if it would wait for a pong of the container, retries after a delay. */
    void send(WebSocketMessage message, SendCompletion completion) {
        if (connection.isWriting() && !ended) {
            closer.retry(() -> send(message, completion));
            return;
        }
        Optional<ByteBuffer> buffer = mayWait(message) ? takeBuffer() : Optional.empty();
        if (buffer.isPresent()) {
            sendHere(message, buffer.get(), completion);
        } else {
            sendElsewhere(message, completion);
        }
    }

    /**
     * Whether to send on this thread. Not a large message, since only a slow peer makes a difference to it; nor if the
     * thread is interrupted: some channels then close the connection on a write.
     */
    private boolean mayWait(WebSocketMessage message) {
        boolean isLarge = message.bytes().remaining() > SendBufferPool.BUFFER;
        return !isLarge
                && !peer.isSlow(System.nanoTime())
                && !Thread.currentThread().isInterrupted();
    }

    private Optional<ByteBuffer> takeBuffer() {
        Optional<ByteBuffer> buffer = buffers.take();
        if (buffer.isPresent() && !call.enter()) {
            buffers.giveBack(buffer.get());
            return Optional.empty();
        }
        return buffer;
    }

    /** Whether a thread is sending, and may be blocked by the peer. */
    boolean holdsThread() {
        return call.isUnderWay();
    }

    /** Whether a send has not completed. */
    boolean isSending() {
        SendOutcome last = inFlight;
        return call.isUnderWay() || (last != null && !last.isTold());
    }

    /**
     * Must be called before the session is closed, after which the container completes no send. Waits for a send on
     * another thread, and cuts the connection if it does not return: Open Liberty never wakes a sending thread whose
     * connection is closed.
     */
    void end(Duration patience) {
        ended = true;
        call.end(patience);
        SendOutcome unfinished = inFlight;
        if (unfinished != null) {
            unfinished.failed(connectionEnded());
        }
    }

    /** Calls the completion after this thread no longer counts as sending, since it may run for long. */
    private void sendHere(WebSocketMessage message, ByteBuffer buffer, SendCompletion completion) {
        Exception failure = attemptHere(message, buffer);
        if (failure == null) {
            completion.sent();
        } else {
            completion.failed(failure);
        }
    }

    /** Sends on this thread; returns the failure, or null. A session that was just closed also fails. */
    private @Nullable Exception attemptHere(WebSocketMessage message, ByteBuffer buffer) {
        long begun = System.nanoTime();
        try {
            if (message.isText()) {
                here.sendText(text(message));
            } else {
                here.sendBinary(buffer.clear().put(message.bytes()).flip());
            }
            peer.sent(begun, System.nanoTime());
            return null;
        } catch (IOException | RuntimeException e) {
            return e;
        } finally {
            call.leave();
            buffers.giveBack(buffer);
        }
    }

    private void sendElsewhere(WebSocketMessage message, SendCompletion completion) {
        SendOutcome outcome = new SendOutcome(completion);
        inFlight = outcome;
        if (ended || !call.enter()) {
            outcome.failed(connectionEnded());
            return;
        }
        try {
            if (message.isText()) {
                elsewhere.sendText(text(message), outcome);
            } else {
                elsewhere.sendBinary(message.bytes(), outcome);
            }
        } catch (RuntimeException e) {
            outcome.failed(e);
        } finally {
            call.leave();
        }
    }

    private static String text(WebSocketMessage message) {
        return StandardCharsets.UTF_8.decode(message.bytes()).toString();
    }

    private static IOException connectionEnded() {
        return new IOException("the connection has ended");
    }
}
