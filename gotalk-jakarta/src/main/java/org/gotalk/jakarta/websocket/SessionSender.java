package org.gotalk.jakarta.websocket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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
 * {@code turns} can be caught.
 */
final class SessionSender {

    /** The engine watches over the time for a write. This is for the case that closing alone does not end a send. */
    private static final Duration SEND_MARGIN = Duration.ofSeconds(1);

    private final RemoteEndpoint.Basic here;
    private final RemoteEndpoint.Async elsewhere;
    private final SendCredit credit;
    private final Semaphore turns;
    private volatile @Nullable SendOutcome inFlight;
    private volatile boolean ended;

    /**
     * The sender of an open session.
     *
     * @param turns how many threads may be sending by themselves, in all sessions together
     */
    SessionSender(Session session, Duration writeTimeout, SendCredit credit, Semaphore turns) {
        this.here = session.getBasicRemote();
        this.elsewhere = session.getAsyncRemote();
        this.credit = credit;
        this.turns = turns;
        elsewhere.setSendTimeout(writeTimeout.plus(SEND_MARGIN).toMillis());
    }

    void send(WebSocketMessage message, SendCompletion completion) {
        int size = message.bytes().remaining();
        boolean mayBeHere = credit.covers(size) && !isInterrupted();
        credit.sent(size);
        if (ended) {
            completion.failed(connectionEnded());
        } else if (mayBeHere && turns.tryAcquire()) {
            sendHere(message, completion);
        } else {
            sendElsewhere(message, completion);
        }
    }

    /** The peer answered a ping. */
    void pong(ByteBuffer data) {
        credit.pong(data);
    }

    /** The session has ended; a send that is under way will not be completed by the container any more. */
    void end() {
        ended = true;
        SendOutcome unfinished = inFlight;
        if (unfinished != null) {
            unfinished.failed(connectionEnded());
        }
    }

    private void sendHere(WebSocketMessage message, SendCompletion completion) {
        try {
            if (message.isText()) {
                here.sendText(text(message));
            } else {
                here.sendBinary(message.bytes());
            }
            Optional<ByteBuffer> ping = credit.ping();
            if (ping.isPresent()) {
                here.sendPing(ping.get());
            }
        } catch (IOException | RuntimeException e) {
            // A session that was closed a moment ago says so in this way.
            completion.failed(e);
            return;
        } finally {
            turns.release();
        }
        completion.sent();
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

    /** The JDK closes a channel that an interrupted thread writes to. */
    private static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }

    private static String text(WebSocketMessage message) {
        return StandardCharsets.UTF_8.decode(message.bytes()).toString();
    }

    private static IOException connectionEnded() {
        return new IOException("the connection has ended");
    }
}
