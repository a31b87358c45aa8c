package org.gotalk.net.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.transport.CloseFrame;
import org.gotalk.internal.transport.ReadGate;
import org.gotalk.internal.transport.WebSocketChannel;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket on a transport of bytes, as a channel of the engine. What comes is read, and handed on, by the
 * thread of that transport.
 */
final class ClientChannel implements WebSocketChannel, TransportListener, FrameReader.Listener {

    /** Longer than a peer that reads needs to answer a close frame. */
    static final Duration MAX_CLOSE_TIME = Duration.ofSeconds(2);

    private static final int CODE_BYTES = 2;

    private final Transport lower;
    private final ReadGate<Hold> gate;
    private final Scheduler scheduler;
    private final WebSocketTransport transport;
    private final FrameReader reader;
    private final FrameSender sender;
    private final AtomicReference<@Nullable End> closing = new AtomicReference<>(); // this side's
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final AtomicBoolean toldEnd = new AtomicBoolean();
    private volatile boolean started;
    private @Nullable ByteBuffer waitingText; // the reading thread's: taken in part, for a pause came

    /**
     * A channel on a transport whose listener it becomes, and which it pauses until the start.
     *
     * @param subprotocol that the server selected
     */
    ClientChannel(Transport lower, String subprotocol, int longestText, Scheduler scheduler) {
        this.lower = lower;
        this.gate = new ReadGate<>(lower, Hold.class);
        this.scheduler = scheduler;
        this.transport = new WebSocketTransport(this, subprotocol);
        this.reader = new FrameReader(longestText, this);
        this.sender = new FrameSender(lower, this::sendFailed);
        gate.hold(Hold.NO_LISTENER);
    }

    WebSocketTransport transport() {
        return transport;
    }

    @Override
    public void start() {
        started = true;
        tellEnd();
        gate.release(Hold.NO_LISTENER);
    }

    @Override
    public void send(WebSocketMessage message, SendCompletion completion) {
        sender.send(message, completion);
    }

    @Override
    public long sendProgress() {
        return lower.sendProgress();
    }

    @Override
    public void pauseReading() {
        gate.hold(Hold.LISTENER);
    }

    @Override
    public void resumeReading() {
        gate.release(Hold.LISTENER);
    }

    @Override
    public void close(int code, String reason) {
        End own = new End(code, reason);
        if (end.get() != null || !closing.compareAndSet(null, own)) {
            return;
        }
        endSoon(own);
        sender.close(closePayload(ClientCloseCodes.sendable(code), CloseFrame.fitting(reason)), () -> {});
        lower.resumeReading(); // for the answer; what comes before it is dropped
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        try {
            while (bytes.hasRemaining() && mayRead()) {
                if (waitingText == null) {
                    reader.read(bytes);
                    keepTextFor(bytes);
                } else {
                    bytes.get(); // the one that was held back
                    deliverText(bytes);
                }
            }
        } catch (ProtocolException e) {
            bytes.position(bytes.limit());
            broken("invalid WebSocket frame: " + e.getMessage());
        }
        if (end.get() != null) {
            bytes.position(bytes.limit());
        }
    }

    private boolean mayRead() {
        return end.get() == null && (closing.get() != null || !gate.isHeld());
    }

    @Override
    public void binary(ByteBuffer piece) {
        if (closing.get() == null) {
            transport.received(piece, false);
        } else {
            piece.position(piece.limit());
        }
    }

    @Override
    public void text(ByteBuffer message) {
        if (closing.get() == null) {
            transport.received(message, true);
            waitingText = message;
        }
    }

    /** A byte is held back for a text that was not taken as a whole, so that the lower transport brings it after the pause. */
    private void keepTextFor(ByteBuffer bytes) {
        if (waitingText != null && !waitingText.hasRemaining()) {
            waitingText = null;
        }
        if (waitingText != null) {
            bytes.position(bytes.position() - 1);
        }
    }

    private void deliverText(ByteBuffer bytes) {
        ByteBuffer text = waitingText;
        if (text != null && closing.get() == null) {
            transport.resumed(text);
            keepTextFor(bytes);
        } else {
            waitingText = null;
        }
    }

    @Override
    public void textTooLong(int longest) {
        close(ClientCloseCodes.TOO_BIG, "a text message has at most " + longest + " characters");
    }

    @Override
    public void control(int opcode, ByteBuffer payload) {
        switch (opcode) {
            case Opcode.PING -> sender.pong(payload);
            case Opcode.CLOSE -> receivedClose(payload);
            default -> {} // a pong: nobody asked
        }
    }

    /** The answer may be stuck behind what the peer does not read. */
    private void receivedClose(ByteBuffer payload) {
        boolean hasCode = payload.remaining() >= CODE_BYTES;
        int code = hasCode ? payload.getShort() & 0xffff : ClientCloseCodes.NONE;
        String reason = UTF_8.decode(payload).toString();
        if (closing.get() == null) {
            sender.close(hasCode ? closePayload(code, "") : ByteBuffer.allocate(0), () -> lower.close(code, ""));
            scheduler.scheduleOrRun(() -> lower.close(code, ""), MAX_CLOSE_TIME);
            end(new End(ClientCloseCodes.received(code), reason));
        } else {
            endNow(new End(ClientCloseCodes.received(code), reason));
        }
    }

    @Override
    public void receivedEnd() {
        endNow(new End(ClientCloseCodes.BROKEN, ConnectFailures.LOST));
    }

    @Override
    public void closed(int code, String detail) {
        end(new End(ClientCloseCodes.BROKEN, detail.isEmpty() ? ConnectFailures.LOST : detail));
        sender.end();
    }

    private void broken(String why) {
        endNow(new End(ClientCloseCodes.BROKEN, why));
    }

    /** What the peer said before it left is read first. */
    private void sendFailed(Throwable failure) {
        endSoon(new End(ClientCloseCodes.BROKEN, String.valueOf(failure.getMessage())));
    }

    /** Whatever the peer does. The lower transport tells of its end on the thread that reads. */
    private void endSoon(End last) {
        Runnable endLower = () -> {
            end.compareAndSet(null, last);
            lower.close(last.code, last.detail);
        };
        scheduler.scheduleOrRun(endLower, MAX_CLOSE_TIME);
    }

    private void endNow(End last) {
        end(last);
        sender.end();
        lower.close(last.code, last.detail);
    }

    /** The end is told before the failure of what is being sent, since it may say why. */
    private void end(End received) {
        End own = closing.get();
        end.compareAndSet(null, own == null ? received : own);
        sender.refuse();
        tellEnd();
    }

    private void tellEnd() {
        End known = end.get();
        if (started && known != null && toldEnd.compareAndSet(false, true)) {
            transport.closed(known.code, known.detail);
        }
    }

    private static ByteBuffer closePayload(int code, String reason) {
        byte[] text = reason.getBytes(UTF_8);
        return ByteBuffer.allocate(CODE_BYTES + text.length)
                .putShort((short) code)
                .put(text)
                .flip();
    }

    /** Why nothing is read. */
    private enum Hold {
        /** The transport was not started. */
        NO_LISTENER,
        /** The listener has paused reading. */
        LISTENER
    }

    private record End(int code, String detail) {}
}
