package org.gotalk.internal.transport;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/**
 * Gotalk over a WebSocket. Whoever owns the connection hands on what comes ({@link #received}, {@link #closed}), one
 * thread at a time.
 */
public final class WebSocketTransport implements Transport {

    /** The subprotocol of peers that take packed messages and every kind of message. */
    public static final String SUBPROTOCOL = "gotalk.v1";

    private final WebSocketChannel channel;
    private final WebSocketFraming framing;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable TransportListener listener;

    /**
     * A transport on a connection whose handshake is done.
     *
     * @param subprotocol what was negotiated; {@link #SUBPROTOCOL}, or anything else for the reference's framing
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
        new SendSequence(channel, framing.messages(frames), completion).run();
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

    /**
     * A whole message came. What is left in the buffer afterwards, because reading was paused, is to be handed to
     * {@link #resumed} once it goes on.
     */
    public void received(ByteBuffer message, boolean isText) {
        framing.received(isText);
        listener().received(message, isText ? framing.textBoundary() : Boundary.NONE);
    }

    /** Reading goes on with what was left. */
    public void resumed(ByteBuffer rest) {
        listener().received(rest, Boundary.NONE);
    }

    /** The connection has ended. Calls after the first change nothing. */
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
