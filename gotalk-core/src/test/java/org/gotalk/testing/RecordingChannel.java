package org.gotalk.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gotalk.internal.transport.WebSocketChannel;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.spi.SendCompletion;

/** A WebSocket that writes down what is sent, and completes each send at once unless the test holds completions. */
public final class RecordingChannel implements WebSocketChannel {

    /** A message that was sent. */
    public record Sent(boolean isText, Payload content) {

        /** The bytes, one character each. */
        public String text() {
            return new String(content.bytes(), ISO_8859_1);
        }
    }

    private final List<Sent> sent = new ArrayList<>();
    private final List<String> closes = new ArrayList<>();
    private final Deque<SendCompletion> held = new ArrayDeque<>();
    private boolean holding;
    private boolean paused;
    private int takes = Integer.MAX_VALUE;

    /** Completes no send until {@link #completeNext}. */
    public RecordingChannel holdCompletions() {
        holding = true;
        return this;
    }

    /** Takes so many messages, and then throws as containers do whose session has ended. */
    public void endAfter(int messages) {
        takes = messages;
    }

    /** The oldest send that is not complete. */
    public SendCompletion completeNext() {
        return held.remove();
    }

    /** What was sent. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** What was sent, the bytes alone. */
    public List<String> texts() {
        return sent.stream().map(Sent::text).toList();
    }

    /** Codes and reasons with which it was closed. */
    public List<String> closes() {
        return List.copyOf(closes);
    }

    /** Whether reading is paused. */
    public boolean isPaused() {
        return paused;
    }

    @Override
    public void start() {}

    @Override
    public void send(WebSocketMessage message, SendCompletion completion) {
        if (sent.size() == takes) {
            throw new IllegalStateException("the session has ended");
        }
        sent.add(new Sent(message.isText(), Payload.of(Buffers.bytes(message.bytes()))));
        if (holding) {
            held.add(completion);
        } else {
            completion.sent();
        }
    }

    @Override
    public void pauseReading() {
        paused = true;
    }

    @Override
    public void resumeReading() {
        paused = false;
    }

    @Override
    public void close(int code, String reason) {
        closes.add(code + " " + reason);
    }
}
