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
 * Sends on one session, one message at a time: on the thread that asks for it where that cannot wait for the peer, and
 * otherwise on a thread of the container.
 *
 * <p>Containers hand an asynchronous send over to another thread, however small it is, which is most of what a single small
 * answer costs (docs/adr/0008). A send on this thread has no timeout and cannot be called off, so it must not
 * wait. It does not, as long as what the peer may not have read yet fits into the network's own buffer: that is what the
 * {@linkplain SendCredit credit} counts. Should the buffer be smaller than that, no more threads than there are
 * {@code turns} can be caught. The session ends when the {@linkplain SendingThread thread} has left it.
 */
final class SessionSender {

    /** The engine watches over the time for a write. This is for the case that closing alone does not end a send. */
    private static final Duration SEND_MARGIN = Duration.ofSeconds(1);
    /** For a thread that sends by itself to return, which takes microseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int MOST_WAKES = 5;

    private final RemoteEndpoint.Basic here;
    private final RemoteEndpoint.Async elsewhere;
    private final SendCredit credit;
    private final SendTurns turns;
    private final SendingThread thread = new SendingThread();
    private volatile @Nullable SendOutcome inFlight;
    private volatile boolean ended;

    /**
     * The sender of an open session.
     *
     * @param turns how many threads may be sending by themselves, in all sessions together
     */
    SessionSender(Session session, Duration writeTimeout, SendCredit credit, SendTurns turns) {
        this.here = session.getBasicRemote();
        this.elsewhere = session.getAsyncRemote();
        this.credit = credit;
        this.turns = turns;
        elsewhere.setSendTimeout(writeTimeout.plus(SEND_MARGIN).toMillis());
    }

    void send(WebSocketMessage message, SendCompletion completion) {
        int size = message.bytes().remaining();
        boolean isCovered = credit.covers(size);
        credit.sent(size);
        Optional<ByteBuffer> turn = isCovered ? takeTurn() : Optional.empty();
        if (turn.isPresent()) {
            sendHere(message, turn.get(), completion);
        } else {
            sendElsewhere(message, completion);
        }
    }

    private Optional<ByteBuffer> takeTurn() {
        Optional<ByteBuffer> turn = turns.take();
        if (turn.isPresent() && !thread.enter()) {
            turns.giveBack(turn.get());
            return Optional.empty();
        }
        return turn;
    }

    /** The peer answered a ping. */
    void pong(ByteBuffer data) {
        credit.pong(data);
    }

    /**
     * The session ends once this returns; a send that is under way will not be completed by the container any more.
     *
     * @return whether no thread is left sending
     */
    boolean end() {
        ended = true;
        boolean isAlone = thread.end(PATIENCE);
        SendOutcome unfinished = inFlight;
        if (unfinished != null) {
            unfinished.failed(connectionEnded());
        }
        return isAlone;
    }

    /**
     * The session has ended and left a thread sending. Open Liberty lets it go when it is interrupted, which may have to
     * be more than once: not before the connection is closed.
     */
    void freeThread() {
        boolean isFree = false;
        for (int i = 0; i < MOST_WAKES && !isFree; i++) {
            isFree = thread.wake(PATIENCE);
        }
    }

    /** Whoever is told may run for long, and so is told when this thread counts as sending no more. */
    private void sendHere(WebSocketMessage message, ByteBuffer turn, SendCompletion completion) {
        Exception failure = attemptHere(message, turn);
        if (failure == null) {
            completion.sent();
        } else {
            completion.failed(failure);
        }
    }

    /** Why it failed, if it did. A session that was closed a moment ago says so in this way. */
    private @Nullable Exception attemptHere(WebSocketMessage message, ByteBuffer turn) {
        try {
            if (message.isText()) {
                here.sendText(text(message));
            } else {
                here.sendBinary(outsideTheHeap(message.bytes(), turn));
            }
            Optional<ByteBuffer> ping = credit.ping();
            if (ping.isPresent()) {
                here.sendPing(ping.get());
            }
            return null;
        } catch (IOException | RuntimeException e) {
            return e;
        } finally {
            thread.leave();
            turns.giveBack(turn);
        }
    }

    private static ByteBuffer outsideTheHeap(ByteBuffer bytes, ByteBuffer turn) {
        return bytes.remaining() <= turn.capacity() ? turn.clear().put(bytes).flip() : bytes;
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
