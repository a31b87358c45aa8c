package org.gotalk.internal.transport;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.spi.SendCompletion;

/**
 * Sends messages one after the other, each from the completion of the one before.
 *
 * <p>Some containers call the completion from within the send. The counter turns that recursion into a loop: who finds
 * it above zero only raises it, and the thread that is in the loop goes round once more.
 */
final class SendSequence implements SendCompletion {

    private final WebSocketChannel channel;
    private final Iterator<WebSocketMessage> messages;
    private final SendCompletion whole;
    private final AtomicInteger due = new AtomicInteger();

    SendSequence(WebSocketChannel channel, Iterator<WebSocketMessage> messages, SendCompletion whole) {
        this.channel = channel;
        this.messages = messages;
        this.whole = whole;
    }

    void run() {
        if (due.getAndIncrement() > 0) {
            return;
        }
        do {
            if (messages.hasNext()) {
                send(messages.next());
            } else {
                whole.sent();
            }
        } while (due.decrementAndGet() > 0);
    }

    private void send(WebSocketMessage message) {
        try {
            channel.send(message, this);
        } catch (RuntimeException e) {
            // Containers throw where the session has ended meanwhile; there is no completion then.
            whole.failed(e);
        }
    }

    @Override
    public void sent() {
        run();
    }

    @Override
    public void failed(Throwable cause) {
        whole.failed(cause);
    }
}
