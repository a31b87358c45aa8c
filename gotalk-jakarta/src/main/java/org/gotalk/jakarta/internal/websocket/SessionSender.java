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
 * Sends on one session, one message at a time: on the current thread as a rule, and on a thread of the container to a peer
 * that has made a send wait, or while all buffers are in use.
 *
 * <p>Containers hand an asynchronous send over to another thread, however small it is, which is most of what a single small
 * result costs. A send on the current thread has no time limit, and nothing but the end of the connection ends it: so it is
 * for sessions whose connection can be cut (docs/adr/0008).
 */
final class SessionSender {

    /** The engine watches over the time for a write. This is for the case that closing alone does not end a send. */
    private static final Duration SEND_MARGIN = Duration.ofSeconds(1);

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
     * The sender of an open session.
     *
     * @param writeTimeout time for the peer to take a message
     * @param connection to be cut where a send does not return
     * @param buffers for sends on the current thread, shared by all sessions; none where the connection cannot be cut
     * @param closer has threads for what must wait a moment
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
        elsewhere.setSendTimeout(writeTimeout.plus(SEND_MARGIN).toMillis());
    }

    /** What would have to wait for a pong of the container's is sent a moment later. */
    void send(WebSocketMessage message, SendCompletion completion) {
        if (connection.isWriting() && !ended) {
            closer.retry(() -> send(message, completion));
            return;
        }
        Optional<ByteBuffer> buffer = mayWait() ? takeBuffer() : Optional.empty();
        if (buffer.isPresent()) {
            sendHere(message, buffer.get(), completion);
        } else {
            sendElsewhere(message, completion);
        }
    }

    /** An interrupted thread may not: some channels end the connection when such a thread writes. */
    private boolean mayWait() {
        return !peer.isSlow(System.nanoTime()) && !Thread.currentThread().isInterrupted();
    }

    private Optional<ByteBuffer> takeBuffer() {
        Optional<ByteBuffer> buffer = buffers.take();
        if (buffer.isPresent() && !call.enter()) {
            buffers.giveBack(buffer.get());
            return Optional.empty();
        }
        return buffer;
    }

    /** Whether a thread is sending, and may be waiting for the peer. */
    boolean holdsThread() {
        return call.isUnderWay();
    }

    /** Whether the peer has not taken all that was sent. */
    boolean isSending() {
        SendOutcome last = inFlight;
        return call.isUnderWay() || (last != null && !last.isTold());
    }

    /**
     * The session ends once this returns; the container will not complete a send that is under way. One on another thread
     * is waited for, and cut off if it does not return: Open Liberty forgets a thread whose connection is closed while it
     * sends, and lets it wait for ever.
     */
    void end(Duration patience) {
        ended = true;
        call.end(patience);
        SendOutcome unfinished = inFlight;
        if (unfinished != null) {
            unfinished.failed(connectionEnded());
        }
    }

    /** The completion is told when this thread counts as sending no more, since it may run for long. */
    private void sendHere(WebSocketMessage message, ByteBuffer buffer, SendCompletion completion) {
        Exception failure = attemptHere(message, buffer);
        if (failure == null) {
            completion.sent();
        } else {
            completion.failed(failure);
        }
    }

    /** Why it failed, if it did. A session that was closed a moment ago says so in this way. */
    private @Nullable Exception attemptHere(WebSocketMessage message, ByteBuffer buffer) {
        long begun = System.nanoTime();
        try {
            if (message.isText()) {
                here.sendText(text(message));
            } else {
                here.sendBinary(outsideTheHeap(message.bytes(), buffer));
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

    private static ByteBuffer outsideTheHeap(ByteBuffer bytes, ByteBuffer buffer) {
        return bytes.remaining() <= buffer.capacity()
                ? buffer.clear().put(bytes).flip()
                : bytes;
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
