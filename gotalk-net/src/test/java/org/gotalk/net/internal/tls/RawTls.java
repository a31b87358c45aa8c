package org.gotalk.net.internal.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.gotalk.testing.RecordingCompletion;

/** A peer that speaks TLS by hand, and does what ours would not do. */
final class RawTls implements TransportListener {

    private final SSLEngine engine;
    private final Transport transport;
    private final ByteBuffer unread = ByteBuffer.allocate(1 << 20);
    private final ByteBuffer plain = ByteBuffer.allocate(1 << 20);
    private final StringBuilder heard = new StringBuilder();
    private boolean isDeaf;

    RawTls(SSLEngine engine, Transport transport) {
        this.engine = engine;
        this.transport = transport;
        transport.start(this);
    }

    /** Begins the handshake, or asks for another one; from TLS 1.3 on that is for other keys. */
    void shakeHands() throws SSLException {
        engine.beginHandshake();
        goOn();
    }

    void says(String text) throws SSLException {
        wrap(ISO_8859_1.encode(text));
    }

    void sendsCloseNotify() throws SSLException {
        engine.closeOutbound();
        goOn();
    }

    /** Sends these very bytes. */
    void saysRaw(byte... bytes) {
        transport.send(List.of(new Frame(ByteBuffer.wrap(bytes), ByteBuffer.allocate(0))), new RecordingCompletion());
    }

    /** Reads no more. */
    void goesDeaf() {
        isDeaf = true;
        transport.pauseReading();
    }

    /** The record of a text, which is not sent. */
    byte[] sealed(String text) throws SSLException {
        ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult unused = engine.wrap(ISO_8859_1.encode(text), record);
        byte[] bytes = new byte[record.flip().remaining()];
        record.get(bytes);
        return bytes;
    }

    /** What came since this was asked last. */
    String hears() {
        String text = heard.toString();
        heard.setLength(0);
        return text;
    }

    boolean heardCloseNotify() {
        return engine.isInboundDone();
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        if (isDeaf) {
            return;
        }
        unread.put(bytes);
        try {
            unread.flip();
            SSLEngineResult result;
            do {
                result = engine.unwrap(unread, plain);
                heard.append(ISO_8859_1.decode(plain.flip()));
                plain.clear();
                goOn();
            } while (result.bytesConsumed() > 0 && unread.hasRemaining());
            unread.compact();
        } catch (SSLException e) {
            heard.append("failed: ").append(e.getMessage());
            unread.clear();
        }
    }

    @Override
    public void receivedEnd() {
        heard.append("end");
    }

    @Override
    public void closed(int code, String detail) {
        heard.append("closed ").append(code);
    }

    private void goOn() throws SSLException {
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status == HandshakeStatus.NEED_WRAP || status == HandshakeStatus.NEED_TASK) {
            if (status == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else if (!wrap(ByteBuffer.allocate(0))) {
                return;
            }
            status = engine.getHandshakeStatus();
        }
    }

    private boolean wrap(ByteBuffer text) throws SSLException {
        ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(text, record);
        if (record.position() > 0) {
            transport.send(List.of(new Frame(record.flip(), ByteBuffer.allocate(0))), new RecordingCompletion());
        }
        return record.limit() > 0 && result.getStatus() == SSLEngineResult.Status.OK;
    }
}
