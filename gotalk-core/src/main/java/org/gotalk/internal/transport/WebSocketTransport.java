package org.gotalk.internal.transport;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/**
 * Gotalk over a WebSocket. The owner of the connection delivers its events ({@link #received}, {@link #closed}) on one
 * thread at a time.
 */
public final class WebSocketTransport implements Transport {

    /** The subprotocol of peers that support packed messages and all message kinds. */
    public static final String SUBPROTOCOL = "gotalk.v1";

    private final WebSocketChannel channel;
    private final WebSocketFraming framing;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong messagesSent = new AtomicLong();
    private volatile @Nullable TransportListener listener;

    /**
     * A transport on an open connection.
     *
     * @param subprotocol the negotiated subprotocol: {@link #SUBPROTOCOL}, or anything else for the reference framing
     */
    public WebSocketTransport(WebSocketChannel channel, String subprotocol) {
        this.channel = channel;
        this.framing = subprotocol.equals(SUBPROTOCOL) ? new PackedFraming() : new SplitFraming();
    }

    @Override
    public void start(TransportListener newListener) {
        listener = newListener;
        channel.start();
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        SendSequence.send(channel, framing.messages(frames), messagesSent, completion);
    }

    @Override
    public boolean sendsMayWait() {
        return channel.sendsMayWait();
    }

    @Override
    public boolean holdsThread() {
        return channel.holdsThread();
    }

    @Override
    public long sendProgress() {
        return messagesSent.get() + channel.sendProgress();
    }

    @Override
    public void pauseReading() {
        channel.pauseReading();
    }

    @Override
    public void resumeReading() {
        channel.resumeReading();
    }

    @Override
    public void close(int code, String reason) {
        channel.close(code, reason);
    }

    @Override
    public boolean supportsFullProtocol() {
        return framing.supportsFullProtocol();
    }

    /** Only this library selects or offers {@link #SUBPROTOCOL}. */
    @Override
    public boolean supportsExtensions() {
        return framing.supportsFullProtocol();
    }

    /**
     * A whole message was received. Bytes left in the buffer because reading was paused are passed to {@link #resumed}
     * when it resumes.
     */
    public void received(ByteBuffer message, boolean isText) {
        framing.received(isText);
        listener().received(message, isText ? framing.textBoundary() : Boundary.NONE);
    }

    /** Delivers the rest of a message after a pause. */
    public void resumed(ByteBuffer rest) {
        listener().received(rest, Boundary.NONE);
    }

    /** The connection has closed. Further calls have no effect. */
    public void closed(int code, String detail) {
        if (ended.compareAndSet(false, true)) {
            listener().closed(code, detail);
        }
    }

    private TransportListener listener() {
        TransportListener started = listener;
        if (started == null) {
            throw new IllegalStateException("the transport was not started");
        }
        return started;
    }
}
