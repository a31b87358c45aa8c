package org.gotalk.net.internal.websocket;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.gotalk.internal.transport.WebSocketTransport;
import org.jspecify.annotations.Nullable;

/**
 * What came and was not taken yet. That is one message at most, because the next one is asked for when it is gone: while
 * reading is paused, the network slows the peer down.
 *
 * <p>Runs in the tasks of its connection, but for {@link #pause} and {@link #resume}.
 */
final class ReceiveBuffer {

    private final Runnable askForOne;
    private volatile boolean paused;
    private @Nullable WebSocketTransport reader;
    private @Nullable Message waiting;
    private boolean isAsking;
    private boolean discards;
    private boolean isOver;

    /** A buffer that asks for nothing yet. */
    ReceiveBuffer(Runnable askForOne) {
        this.askForOne = askForOne;
    }

    /** Takes effect with the next message. */
    void pause() {
        paused = true;
    }

    /** To be followed by {@link #goOn}. */
    void resume() {
        paused = false;
    }

    /** Begins to ask. */
    void begin(WebSocketTransport transport) {
        reader = transport;
        goOn();
    }

    /** What was asked for. */
    void arrived(ByteBuffer bytes, boolean isText, Runnable whenTaken) {
        isAsking = false;
        waiting = new Message(bytes, isText, whenTaken);
        goOn();
    }

    /** Something came that is of no use alone. */
    void nothingArrived() {
        isAsking = false;
        goOn();
    }

    /** Hands nothing on any more, but goes on asking, so that the end of what comes is seen. */
    void discard() {
        discards = true;
        goOn();
    }

    /** Nothing more will come, and nothing more is handed on. */
    void end() {
        isOver = true;
        discard();
    }

    /** Delivers what waits, and asks for more when it is gone. */
    void goOn() {
        while (waiting != null && (discards || !paused)) {
            deliver(waiting);
        }
        boolean wantsMore = discards || (reader != null && !paused);
        if (waiting == null && wantsMore && !isAsking && !isOver) {
            isAsking = true;
            askForOne.run();
        }
    }

    private void deliver(Message message) {
        if (!discards) {
            message.offerTo(Objects.requireNonNull(reader, "reading has not started"));
        }
        if (discards || !message.bytes.hasRemaining()) {
            waiting = null;
            message.whenTaken.run();
        }
    }

    private static final class Message {

        private final ByteBuffer bytes;
        private final boolean isText;
        private final Runnable whenTaken;
        private boolean isBegun;

        Message(ByteBuffer bytes, boolean isText, Runnable whenTaken) {
            this.bytes = bytes;
            this.isText = isText;
            this.whenTaken = whenTaken;
        }

        void offerTo(WebSocketTransport reader) {
            if (isBegun) {
                reader.resumed(bytes);
            } else {
                isBegun = true;
                reader.received(bytes, isText);
            }
        }
    }
}
