package org.gotalk.net.internal.tls;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.gotalk.internal.transport.ReadGate;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/**
 * The way in: takes records from the lower transport, and hands on what is in them. All of it happens within calls of the
 * lower transport, which come one at a time.
 *
 * <p>While the {@link ReadGate} is held, what comes stays with the lower transport. What has been opened already and is
 * not taken because reading was paused is kept here, and the last byte of what came is left to the lower transport: it
 * brings that byte once reading goes on, and so the call in which the rest is handed on.
 */
final class TlsReader implements TransportListener {

    /** Answers that the engine may owe to a peer that reads nothing; each takes memory. */
    static final int MOST_OWED = 32;

    private static final byte ALERT = 21;
    private static final byte HANDSHAKE = 22;

    private final SSLEngine engine;
    private final ReadGate<ReadHold> gate;
    private final TlsBuffers buffers;
    private final TlsTransport owner;
    private final RecordReader records = new RecordReader();
    private @Nullable ByteBuffer rest;
    private boolean hasBegun;
    private boolean heardCloseNotify;
    private boolean toldCloseNotify;
    private int owed;

    TlsReader(SSLEngine engine, ReadGate<ReadHold> gate, TlsBuffers buffers, TlsTransport owner) {
        this.engine = engine;
        this.gate = gate;
        this.buffers = buffers;
        this.owner = owner;
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        if (isOpen() && !gate.isHeld() && takeRest(bytes)) {
            open(bytes);
        }
        if (!isOpen()) {
            bytes.position(bytes.limit());
        }
    }

    @Override
    public void receivedEnd() {
        if (!heardCloseNotify) {
            owner.cut();
        }
    }

    @Override
    public void closed(int code, String detail) {
        rest = null;
        owner.ended(code, detail, heardCloseNotify);
    }

    private boolean isOpen() {
        return !toldCloseNotify && !owner.isShuttingDown();
    }

    /** Whether nothing is left of what had been opened; the byte that was left for this is taken then. */
    private boolean takeRest(ByteBuffer bytes) {
        ByteBuffer left = rest;
        if (left == null) {
            return true;
        }
        handOn(left);
        if (left.hasRemaining()) {
            return false;
        }
        rest = null;
        bytes.position(bytes.position() + 1);
        return true;
    }

    private void open(ByteBuffer bytes) {
        ByteBuffer plain = buffers.borrow();
        try {
            boolean mayBeMore = true;
            while (mayBeMore && rest == null) {
                mayBeMore = openSome(bytes, plain.clear());
                handOn(plain.flip());
                keepRest(plain, bytes);
            }
        } catch (SSLException e) {
            owner.fail(e);
        } finally {
            buffers.giveBack(plain);
        }
        if (heardCloseNotify && rest == null && isOpen()) {
            toldCloseNotify = true;
            owner.heardCloseNotify();
        }
    }

    /** Fills the buffer; whether there may be more for another one. */
    private boolean openSome(ByteBuffer bytes, ByteBuffer plain) throws SSLException {
        while (plain.remaining() >= RecordReader.LARGEST) {
            if (heardCloseNotify || !isOpen() || gate.isHeld()) {
                return false;
            }
            checkBeginning(bytes);
            ByteBuffer record = records.next(bytes);
            if (record == null) {
                return false;
            }
            open(record, plain);
        }
        return true;
    }

    private void open(ByteBuffer record, ByteBuffer plain) throws SSLException {
        SSLEngineResult result = engine.unwrap(record, plain);
        if (result.getStatus() == Status.CLOSED) {
            heardCloseNotify = true;
            return;
        }
        if (result.getStatus() != Status.OK || record.hasRemaining()) {
            throw new TlsFailure("the TLS engine did not consume a record: " + result);
        }
        boolean wasSecure = owner.isSecure();
        owner.advance(result.getHandshakeStatus());
        if (wasSecure && result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            countOwed();
        }
    }

    private void countOwed() throws SSLException {
        owed = engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP ? owed + 1 : 0;
        if (owed > MOST_OWED) {
            throw new TlsFailure("the peer requests too many key updates without reading the responses");
        }
    }

    private void checkBeginning(ByteBuffer bytes) throws SSLException {
        if (!hasBegun && bytes.hasRemaining()) {
            hasBegun = true;
            byte first = bytes.get(bytes.position());
            if (first != HANDSHAKE && first != ALERT) {
                throw new TlsFailure("the peer sent plain text instead of TLS");
            }
        }
    }

    private void handOn(ByteBuffer plain) {
        while (plain.hasRemaining() && isOpen() && !gate.isHeld()) {
            owner.listener().received(plain, Boundary.NONE);
        }
    }

    private void keepRest(ByteBuffer plain, ByteBuffer bytes) {
        if (plain.hasRemaining() && isOpen()) {
            rest = ByteBuffer.allocate(plain.remaining()).put(plain).flip();
            bytes.position(bytes.position() - 1);
        }
    }
}
