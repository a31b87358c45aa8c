package org.gotalk.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;

/**
 * The other end of a connection, as a test that speaks bytes: it says what comes and sees what goes out. Completes sends
 * at once, or when it is told to.
 */
public class RawPeer implements Transport {

    private final StringBuilder received = new StringBuilder();
    private final List<Integer> closeCodes = new ArrayList<>();
    private final Deque<SendCompletion> unread = new ArrayDeque<>();
    private final boolean supportsFullProtocol;
    private TransportListener listener;
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private boolean reads = true;
    private boolean paused;
    private long progress;

    public RawPeer() {
        this(true);
    }

    public RawPeer(boolean supportsFullProtocol) {
        this.supportsFullProtocol = supportsFullProtocol;
    }

    /** The peer sends this. */
    public RawPeer says(String bytes) {
        return says(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)), Boundary.NONE);
    }

    public RawPeer saysText(String message) {
        return says(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)), Boundary.WHOLE_TEXT_MESSAGE);
    }

    /** The peer's network goes away. */
    public void vanishes(int code) {
        listener.closed(code, "");
    }

    /** The peer closes its direction, and listens on. */
    public void stopsTalking() {
        listener.receivedEnd();
    }

    /** The peer does not take what is sent, until {@link #readsAgain}. */
    public synchronized void stopsReading() {
        reads = false;
    }

    public void readsAgain() {
        synchronized (this) {
            reads = true;
        }
        for (SendCompletion next = nextUnread(); next != null; next = nextUnread()) {
            next.sent();
        }
    }

    /** The network takes some of what is being sent. */
    public synchronized void takesSome() {
        progress++;
    }

    private synchronized SendCompletion nextUnread() {
        return unread.poll();
    }

    /** What the peer was sent since this was asked last. */
    public synchronized String hears() {
        String heard = received.toString();
        received.setLength(0);
        return heard;
    }

    public List<Integer> closeCodes() {
        return closeCodes;
    }

    public boolean isPaused() {
        return paused;
    }

    public boolean hasUnsaid() {
        return rest.hasRemaining();
    }

    @Override
    public void start(TransportListener newListener) {
        listener = newListener;
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        boolean isRead;
        synchronized (this) {
            for (Frame frame : frames) {
                received.append(
                        StandardCharsets.ISO_8859_1.decode(frame.header().duplicate()));
                received.append(
                        StandardCharsets.ISO_8859_1.decode(frame.payload().duplicate()));
            }
            isRead = reads;
            if (!isRead) {
                unread.add(completion);
            }
        }
        if (isRead) {
            completion.sent();
        }
    }

    @Override
    public synchronized long sendProgress() {
        return progress;
    }

    @Override
    public void pauseReading() {
        paused = true;
    }

    @Override
    public void resumeReading() {
        paused = false;
        ByteBuffer again = rest;
        rest = ByteBuffer.allocate(0);
        says(again, Boundary.NONE);
    }

    @Override
    public void close(int code, String reason) {
        if (closeCodes.isEmpty()) {
            closeCodes.add(code);
            listener.closed(code, reason);
        }
    }

    @Override
    public boolean supportsFullProtocol() {
        return supportsFullProtocol;
    }

    public RawPeer says(ByteBuffer bytes, Boundary boundary) {
        if (paused) {
            rest = ByteBuffer.allocate(rest.remaining() + bytes.remaining())
                    .put(rest)
                    .put(bytes)
                    .flip();
            return this;
        }
        listener.received(bytes, boundary);
        if (bytes.hasRemaining()) {
            rest = bytes;
        }
        return this;
    }
}
