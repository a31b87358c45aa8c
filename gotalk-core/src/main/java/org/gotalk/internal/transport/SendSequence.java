package org.gotalk.internal.transport;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.gotalk.internal.concurrent.Trampoline;
import org.gotalk.spi.SendCompletion;

/**
 * Sends messages in order, each after the completion of the one before, which some containers call within the send.
 */
final class SendSequence implements SendCompletion {

    private final WebSocketChannel channel;
    private final Iterator<WebSocketMessage> messages;
    private final AtomicLong messagesSent;
    private final SendCompletion whole;
    private final Trampoline sending = new Trampoline(this::sendNext);

    /**
     * A sequence of which nothing has been sent.
     *
     * @param messagesSent counts the messages that the network has taken
     * @param whole called when all have been sent
     */
    private SendSequence(
            WebSocketChannel channel,
            Iterator<WebSocketMessage> messages,
            AtomicLong messagesSent,
            SendCompletion whole) {
        this.channel = channel;
        this.messages = messages;
        this.messagesSent = messagesSent;
        this.whole = whole;
    }

    /** Sends messages one after the other. A single one needs no sequence. */
    static void send(
            WebSocketChannel channel,
            Iterator<WebSocketMessage> messages,
            AtomicLong messagesSent,
            SendCompletion whole) {
        if (!messages.hasNext()) {
            whole.sent();
            return;
        }
        WebSocketMessage first = messages.next();
        if (messages.hasNext()) {
            send(channel, first, new SendSequence(channel, messages, messagesSent, whole));
        } else {
            send(channel, first, whole);
        }
    }

    private void sendNext() {
        if (messages.hasNext()) {
            send(channel, messages.next(), this);
        } else {
            whole.sent();
        }
    }

    private static void send(WebSocketChannel channel, WebSocketMessage message, SendCompletion completion) {
        try {
            channel.send(message, completion);
        } catch (RuntimeException e) {
            // Containers throw if the session has closed, without a completion.
            completion.failed(e);
        }
    }

    @Override
    public void sent() {
        messagesSent.incrementAndGet();
        sending.run();
    }

    @Override
    public void failed(Throwable cause) {
        whole.failed(cause);
    }
}
