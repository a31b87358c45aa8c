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
    SendSequence(
            WebSocketChannel channel,
            Iterator<WebSocketMessage> messages,
            AtomicLong messagesSent,
            SendCompletion whole) {
        this.channel = channel;
        this.messages = messages;
        this.messagesSent = messagesSent;
        this.whole = whole;
    }

    void run() {
        sending.run();
    }

    private void sendNext() {
        if (messages.hasNext()) {
            send(messages.next());
        } else {
            whole.sent();
        }
    }

    private void send(WebSocketMessage message) {
        try {
            channel.send(message, this);
        } catch (RuntimeException e) {
            // Containers throw if the session has closed, without a completion.
            whole.failed(e);
        }
    }

    @Override
    public void sent() {
        messagesSent.incrementAndGet();
        run();
    }

    @Override
    public void failed(Throwable cause) {
        whole.failed(cause);
    }
}
