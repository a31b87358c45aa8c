package org.gotalk.net.internal.tls;

import java.nio.channels.ClosedChannelException;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.transport.ReadGate;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/**
 * TLS over another transport.
 *
 * <p>Each version of TLS closes in its way. From TLS 1.3 on each direction is closed by itself, as on a socket;
 * before, close_notify ends both. An end without it may be the work of somebody in between: it is a broken
 * connection.
 */
public final class TlsTransport implements Transport {

    /** So long a peer that does not read keeps this side from closing. */
    static final Duration MAX_CLOSE_TIME = Duration.ofSeconds(1);

    private static final String TLS_1_3 = "TLSv1.3";

    private final Transport lower;
    private final SSLEngine engine;
    private final boolean isClient;
    private final Scheduler scheduler;
    private final ReadGate<ReadHold> gate;
    private final DelegatedTasks tasks;
    private final TlsWriter sealing;
    private final TlsReader opening;
    private final CompletableFuture<TlsTransport> handshake = new CompletableFuture<>();
    private final AtomicReference<@Nullable TlsShutdown> shutdown = new AtomicReference<>();
    private final AtomicBoolean toldEnd = new AtomicBoolean();
    private volatile @Nullable TransportListener listener;
    private volatile @Nullable End end;

    TlsTransport(Transport lower, SSLEngine engine, TlsBuffers buffers, Executor executor, Scheduler scheduler) {
        this.lower = lower;
        this.engine = engine;
        this.isClient = engine.getUseClientMode();
        this.scheduler = scheduler;
        gate = new ReadGate<>(lower, ReadHold.class);
        tasks = new DelegatedTasks(engine, executor, scheduler, this::tasksDone);
        sealing = new TlsWriter(engine, lower, buffers, tasks, this);
        opening = new TlsReader(engine, gate, buffers, this);
    }

    /** The subject of the certificate that the peer has shown and that was found good. */
    public Optional<Principal> peer() {
        try {
            return Optional.of(engine.getSession().getPeerPrincipal());
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    /** What is wrong with the peer's certificate where it is not for this host. */
    public Optional<SSLException> mismatch(CertificateHost host) {
        try {
            if (host.isNamedBy(engine.getSession().getPeerCertificates())) {
                return Optional.empty();
            }
        } catch (SSLPeerUnverifiedException none) {
            // As if it were for another host.
        }
        return Optional.of(
                new TlsFailure("the peer's certificate does not match the host: no DNS name is " + host.name()));
    }

    /** What of TLS has gone wrong, in words; the JDK's exception is the cause. */
    public Optional<SSLException> failure() {
        TlsShutdown begun = shutdown.get();
        return begun == null ? Optional.empty() : Optional.ofNullable(begun.failure());
    }

    /** Begins; completes when the peer may be spoken to, which is then up to {@link #start}. */
    CompletableFuture<TlsTransport> handshake(Duration patience) {
        try {
            begin();
            scheduler.schedule(() -> tooLate(patience), patience).cancelAfter(handshake);
            if (isClient) {
                advance(HandshakeStatus.NEED_WRAP);
            }
        } catch (SSLException | RejectedExecutionException e) {
            fail(e);
        }
        return handshake;
    }

    /** In this order, since from its start on the lower transport's thread works with the engine. */
    private void begin() throws SSLException {
        try {
            engine.beginHandshake();
        } finally {
            lower.start(opening);
        }
    }

    @Override
    public void start(TransportListener newListener) {
        listener = newListener;
        gate.release(ReadHold.NO_LISTENER);
        tellEnd();
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        sealing.send(frames, completion);
    }

    @Override
    public long sendProgress() {
        return lower.sendProgress();
    }

    @Override
    public void pauseReading() {
        gate.hold(ReadHold.LISTENER);
    }

    @Override
    public void resumeReading() {
        gate.release(ReadHold.LISTENER);
    }

    @Override
    public void close(int code, String reason) {
        part(new TlsShutdown(code, reason, null));
    }

    @Override
    public boolean supportsFullProtocol() {
        return lower.supportsFullProtocol();
    }

    /** Does what the engine says is next. */
    void advance(HandshakeStatus status) {
        if (isSecure() && isRenegotiation(status)) {
            fail(new TlsFailure("the peer requests renegotiation, which is not supported"));
            return;
        }
        switch (status) {
            case NEED_TASK -> runTasks();
            case NEED_WRAP -> {
                if (!isSecure()) {
                    gate.hold(ReadHold.RECORDS);
                }
                sealing.send();
            }
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> gate.release(ReadHold.RECORDS);
            case FINISHED, NOT_HANDSHAKING -> handshakeDone();
        }
    }

    /** Whether the handshake is done. */
    boolean isSecure() {
        return handshake.isDone();
    }

    boolean isShuttingDown() {
        return shutdown.get() != null;
    }

    /** Only called once there is one: the gate is held until then. */
    TransportListener listener() {
        TransportListener started = listener;
        if (started == null) {
            throw new IllegalStateException("the transport was not started");
        }
        return started;
    }

    /** Ends the connection because of this, unless it ends already. */
    void fail(Throwable cause) {
        part(TlsShutdown.failed(FailureMessages.of(cause)));
    }

    /** The lower transport brings nothing more, and the peer has not sent close_notify. */
    void cut() {
        fail(new TlsFailure(
                isSecure()
                        ? "the peer closed the connection without a TLS close_notify"
                        : "the peer closed the connection during the TLS handshake"));
    }

    /** The peer has said that it sends nothing more. */
    void heardCloseNotify() {
        if (!isSecure()) {
            cut();
        } else if (engine.getSession().getProtocol().equals(TLS_1_3)) {
            listener().receivedEnd();
        } else {
            close(TlsShutdown.NORMAL, "");
        }
    }

    /** The lower transport has ended. */
    void ended(int code, String detail, boolean heardCloseNotify) {
        sealing.stop();
        if (!heardCloseNotify && code != TlsShutdown.ABNORMAL) {
            cut();
        }
        TlsShutdown begun = shutdown.get();
        SSLException failure = begun == null ? null : begun.failure();
        end = failure == null
                ? new End(code, detail)
                : new End(TlsShutdown.ABNORMAL, String.valueOf(failure.getMessage()));
        handshake.completeExceptionally(new TlsFailure("the connection closed during the TLS handshake: " + detail));
        sealing.dropBatch(new ClosedChannelException());
        tellEnd();
    }

    private void part(TlsShutdown how) {
        if (!shutdown.compareAndSet(null, how)) {
            return;
        }
        handshake.completeExceptionally(
                how.failure() == null ? new TlsFailure("this side has closed the connection") : how.failure());
        sealing.part(how);
        closeSoon(how);
    }

    private void closeSoon(TlsShutdown how) {
        Runnable close = () -> lower.close(how.code(), how.reason());
        scheduler.scheduleOrRun(close, MAX_CLOSE_TIME);
    }

    private void runTasks() {
        gate.hold(ReadHold.TASK);
        try {
            tasks.run();
        } catch (RejectedExecutionException e) {
            fail(e);
        }
    }

    private void tasksDone() {
        if (isShuttingDown()) {
            sealing.send();
        } else {
            advance(engine.getHandshakeStatus());
            gate.release(ReadHold.TASK);
        }
    }

    private void handshakeDone() {
        if (!isSecure() && !engine.isInboundDone()) {
            gate.hold(ReadHold.NO_LISTENER);
            gate.release(ReadHold.RECORDS);
            handshake.complete(this);
        }
    }

    /** Keys may be changed at any time; who the peer is may not. */
    private boolean isRenegotiation(HandshakeStatus status) {
        return status != HandshakeStatus.NOT_HANDSHAKING
                && status != HandshakeStatus.FINISHED
                && !engine.getSession().getProtocol().equals(TLS_1_3);
    }

    private void tooLate(Duration patience) {
        fail(new TlsFailure("the peer did not complete the TLS handshake within " + patience));
    }

    private void tellEnd() {
        TransportListener told = listener;
        End known = end;
        if (told != null && known != null && toldEnd.compareAndSet(false, true)) {
            told.closed(known.code(), known.detail());
        }
    }

    private record End(int code, String detail) {}
}
