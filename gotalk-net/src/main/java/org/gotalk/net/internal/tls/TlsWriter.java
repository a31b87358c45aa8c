package org.gotalk.net.internal.tls;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.gotalk.internal.concurrent.Trampoline;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The way out: makes records of what the listener sends and of what the engine has to say, and is the only one that sends
 * with the lower transport, one buffer of records at a time.
 *
 * <p>Any thread may {@linkplain #send() have it go on}.
 */
final class TlsWriter implements SendCompletion {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final Transport lower;
    private final TlsBuffers buffers;
    private final DelegatedTasks tasks;
    private final TlsTransport owner;
    private final Trampoline sending = new Trampoline(this::sendNext);
    private final AtomicReference<@Nullable PlaintextBatch> batch = new AtomicReference<>();
    private volatile @Nullable ByteBuffer onItsWay; // lent to the lower transport
    private volatile @Nullable TlsShutdown shutdown;
    private volatile boolean ended;

    TlsWriter(SSLEngine engine, Transport lower, TlsBuffers buffers, DelegatedTasks tasks, TlsTransport owner) {
        this.engine = engine;
        this.lower = lower;
        this.buffers = buffers;
        this.tasks = tasks;
        this.owner = owner;
    }

    void send(List<Frame> frames, SendCompletion completion) {
        batch.set(new PlaintextBatch(frames, completion));
        if (shutdown != null || ended) {
            dropBatch(new ClosedChannelException());
        } else {
            send();
        }
    }

    /** Sends close_notify behind what is being sent, then closes the lower transport. */
    void part(TlsShutdown how) {
        shutdown = how;
        send();
    }

    /** Sends no more: the lower transport has ended. */
    void stop() {
        ended = true;
    }

    /** Sends whatever there is to send. */
    void send() {
        sending.run();
    }

    @Override
    public void sent() {
        ByteBuffer sent = onItsWay;
        onItsWay = null;
        if (sent != null) {
            buffers.giveBack(sent);
        }
        send();
    }

    @Override
    public void failed(Throwable cause) {
        dropBatch(cause);
        owner.fail(cause);
        lower.close(TlsShutdown.ABNORMAL, String.valueOf(cause.getMessage()));
    }

    private void sendNext() {
        if (onItsWay != null || ended || tasks.areRunning()) {
            return;
        }
        TlsShutdown leaving = shutdown;
        if (leaving != null) {
            engine.closeOutbound();
        }
        ByteBuffer records = sealed(leaving != null);
        if (records != null) {
            onItsWay = records;
            lower.send(List.of(new Frame(records, NOTHING)), this);
        } else if (leaving != null) {
            lower.close(leaving.code(), leaving.reason());
        } else if (isRefused(batch.get())) {
            owner.close(TlsShutdown.NORMAL, "the peer has closed both directions");
        } else {
            tellIfSent();
        }
    }

    /** In TLS 1.3 a peer may say that it reads no more either, as sockets of the JDK do when they are closed. */
    private boolean isRefused(@Nullable PlaintextBatch plain) {
        return plain != null && !plain.isSealed() && engine.isOutboundDone();
    }

    /** As many records as there is reason and room for; null for none. */
    private @Nullable ByteBuffer sealed(boolean leaving) {
        if (!hasReason(leaving)) {
            return null;
        }
        ByteBuffer records = buffers.borrow();
        try {
            boolean goesOn = true;
            while (goesOn && records.remaining() >= engine.getSession().getPacketBufferSize()) {
                goesOn = sealOne(records, leaving) && !tasks.areRunning() && hasReason(leaving);
            }
        } catch (SSLException | RuntimeException e) {
            // Where the engine was about to send close_notify there is nothing left to try.
            owner.fail(e);
        }
        if (records.position() > 0) {
            return records.flip();
        }
        buffers.giveBack(records);
        return null;
    }

    private boolean hasReason(boolean leaving) {
        if (leaving) {
            return !engine.isOutboundDone();
        }
        PlaintextBatch plain = batch.get();
        return (plain != null && !plain.isSealed()) || engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
    }

    /** Whether it is worth while to try for another one. */
    private boolean sealOne(ByteBuffer records, boolean leaving) throws SSLException {
        PlaintextBatch plain = leaving ? null : batch.get();
        SSLEngineResult result = plain == null ? engine.wrap(NOTHING, records) : plain.seal(engine, records);
        if (!leaving && result.getStatus() == SSLEngineResult.Status.OK) {
            owner.advance(result.getHandshakeStatus());
        }
        return result.bytesProduced() > 0 || result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    private void tellIfSent() {
        PlaintextBatch plain = batch.get();
        if (plain != null && plain.isSealed() && batch.compareAndSet(plain, null)) {
            plain.completion().sent();
        }
    }

    /** What is being sent never will be. */
    void dropBatch(Throwable cause) {
        PlaintextBatch dropped = batch.getAndSet(null);
        if (dropped != null) {
            dropped.completion().failed(cause);
        }
    }
}
