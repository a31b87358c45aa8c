package org.gotalk.net.internal.tls;

import java.nio.ByteBuffer;
import java.util.List;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;

/** Hands on what comes in pieces, and may change it or keep it back. */
final class CutTransport implements Transport {

    private final Transport lower;
    private int first = Integer.MAX_VALUE;
    private int further = Integer.MAX_VALUE;
    private boolean isPaused;
    private int handedOn;
    private TransportListener upper;

    CutTransport(Transport lower) {
        this.lower = lower;
    }

    /** From now on pieces have this size at most. */
    void piecesOf(int bytes) {
        first = bytes;
        further = bytes;
    }

    /** What comes next is cut once. */
    void cutOnceAt(int position) {
        first = position;
        further = Integer.MAX_VALUE;
    }

    /** Bytes that were handed on since this was asked last. */
    int handedOn() {
        int bytes = handedOn;
        handedOn = 0;
        return bytes;
    }

    /** As if the peer had closed its direction. */
    void endsReading() {
        upper.receivedEnd();
    }

    boolean isPaused() {
        return isPaused;
    }

    @Override
    public void start(TransportListener listener) {
        upper = listener;
        lower.start(new TransportListener() {
            @Override
            public void received(ByteBuffer bytes, Boundary boundary) {
                handOn(listener, bytes);
            }

            @Override
            public void receivedEnd() {
                listener.receivedEnd();
            }

            @Override
            public void closed(int code, String detail) {
                listener.closed(code, detail);
            }
        });
    }

    private void handOn(TransportListener listener, ByteBuffer bytes) {
        boolean allTaken = true;
        while (bytes.hasRemaining() && allTaken) {
            int size = Math.min(first, bytes.remaining());
            ByteBuffer piece = bytes.slice(bytes.position(), size);
            listener.received(piece, Boundary.NONE);
            bytes.position(bytes.position() + piece.position());
            handedOn += piece.position();
            allTaken = !piece.hasRemaining();
            if (allTaken) {
                first = further;
            }
        }
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        lower.send(frames, completion);
    }

    @Override
    public void pauseReading() {
        isPaused = true;
        lower.pauseReading();
    }

    @Override
    public void resumeReading() {
        isPaused = false;
        lower.resumeReading();
    }

    @Override
    public void close(int code, String reason) {
        lower.close(code, reason);
    }

    @Override
    public boolean supportsFullProtocol() {
        return lower.supportsFullProtocol();
    }
}
