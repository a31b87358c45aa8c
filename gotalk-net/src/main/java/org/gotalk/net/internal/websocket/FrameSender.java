package org.gotalk.net.internal.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.gotalk.internal.concurrent.Trampoline;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames, one after the other: messages, of which one is under way at a time, and control frames between them.
 * Its lock is not held while anything else is called.
 */
final class FrameSender implements SendCompletion {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transport lower;
    private final Consumer<Throwable> whenOneFails;
    private final Trampoline sending = new Trampoline(this::sendNext);
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Deque<OutgoingFrame> queue = new ArrayDeque<>(2);

    @GuardedBy("lock")
    private @Nullable OutgoingFrame pong; // that is queued and not begun

    @GuardedBy("lock")
    private boolean isUnderWay; // a piece of the first

    @GuardedBy("lock")
    private boolean refuses; // further messages

    @GuardedBy("lock")
    private boolean ended;

    @GuardedBy("lock")
    private @Nullable Runnable whenSent;

    /**
     * A sender of an open WebSocket.
     *
     * @param whenOneFails to end the connection. Whoever sent is told with the end, so not before the peer's own words
     *     on why it closes have been read.
     */
    FrameSender(Transport lower, Consumer<Throwable> whenOneFails) {
        this.lower = lower;
        this.whenOneFails = whenOneFails;
    }

    void send(WebSocketMessage message, SendCompletion completion) {
        if (!add(frame(message.isText() ? Opcode.TEXT : Opcode.BINARY, message.bytes(), completion))) {
            completion.failed(ended());
        }
    }

    /** Answers a ping; the last one, where several wait. */
    void pong(ByteBuffer payload) {
        OutgoingFrame answer = frame(Opcode.PONG, payload, null);
        synchronized (lock) {
            if (ended || whenSent != null) {
                return;
            }
            if (pong != null) {
                queue.remove(pong);
            }
            pong = answer;
            queue.add(answer);
        }
        sending.run();
    }

    /** Sends a close frame behind what is under way, and nothing after it. */
    void close(ByteBuffer payload, Runnable whenItIsSent) {
        OutgoingFrame goodbye = frame(Opcode.CLOSE, payload, null);
        synchronized (lock) {
            if (ended || whenSent != null) {
                return;
            }
            whenSent = whenItIsSent;
            queue.add(goodbye);
        }
        sending.run();
    }

    /** Further messages fail. */
    void refuse() {
        synchronized (lock) {
            refuses = true;
        }
    }

    /** Nothing more is sent; what is not sent fails. */
    void end() {
        List<OutgoingFrame> unsent;
        synchronized (lock) {
            refuses = true;
            ended = true;
            unsent = List.copyOf(queue);
            queue.clear();
            pong = null;
        }
        for (OutgoingFrame frame : unsent) {
            SendCompletion completion = frame.completion();
            if (completion != null) {
                completion.failed(ended());
            }
        }
    }

    @Override
    public void sent() {
        OutgoingFrame done = null;
        Runnable last = null;
        synchronized (lock) {
            isUnderWay = false;
            OutgoingFrame first = queue.peek();
            if (first != null && first.isDone()) {
                done = queue.remove();
                last = queue.isEmpty() ? whenSent : null;
            }
        }
        SendCompletion completion = done == null ? null : done.completion();
        if (completion != null) {
            completion.sent();
        }
        if (last != null) {
            last.run();
        }
        sending.run();
    }

    @Override
    public void failed(Throwable cause) {
        whenOneFails.accept(cause);
    }

    private boolean add(OutgoingFrame frame) {
        synchronized (lock) {
            if (refuses || whenSent != null) {
                return false;
            }
            queue.add(frame);
        }
        sending.run();
        return true;
    }

    private void sendNext() {
        OutgoingFrame next;
        synchronized (lock) {
            next = queue.peek();
            if (next == null || isUnderWay) {
                return;
            }
            isUnderWay = true;
            if (next == pong) {
                pong = null;
            }
        }
        lower.send(List.of(next.next()), this);
    }

    private static OutgoingFrame frame(int opcode, ByteBuffer payload, @Nullable SendCompletion completion) {
        return new OutgoingFrame(opcode, payload, RANDOM::nextInt, completion);
    }

    private static IOException ended() {
        return new IOException("the connection has ended");
    }
}
