package org.gotalk.jakarta.websocket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.gotalk.transport.SendCompletion;
import org.gotalk.transport.WebSocketMessage;
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
    private final BlockingCall call;
    private final SlowPeer peer = new SlowPeer();
    private volatile @Nullable SendOutcome inFlight;
    private volatile boolean ended;

    /**
     * The sender of an open session.
     *
     * @param writeTimeout time for the peer to take a message
     * @param call through which the current thread sends
     * @param buffers for such sends, shared by all sessions; there are none where the connection cannot be cut
     */
    SessionSender(Session session, Duration writeTimeout, BlockingCall call, SendBufferPool buffers) {
        this.here = session.getBasicRemote();
        this.elsewhere = session.getAsyncRemote();
        this.call = call;
        this.buffers = buffers;
        elsewhere.setSendTimeout(writeTimeout.plus(SEND_MARGIN).toMillis());
    }

    void send(WebSocketMessage message, SendCompletion completion) {
        Optional<ByteBuffer> buffer = peer.isSlow(System.nanoTime()) ? Optional.empty() : takeBuffer();
        if (buffer.isPresent()) {
            sendHere(message, buffer.get(), completion);
        } else {
            sendElsewhere(message, completion);
        }
    }

    private Optional<ByteBuffer> takeBuffer() {
        Optional<ByteBuffer> buffer = buffers.take();
        if (buffer.isPresent() && !call.enter()) {
            buffers.giveBack(buffer.get());
            return Optional.empty();
        }
        return buffer;
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
        if (ended) {
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
        }
    }

    private static String text(WebSocketMessage message) {
        return StandardCharsets.UTF_8.decode(message.bytes()).toString();
    }

    private static IOException connectionEnded() {
        return new IOException("the connection has ended");
    }
}
