package org.gotalk.internal.engine;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.Peer;
import org.gotalk.SockClosedException;
import org.gotalk.internal.engine.inbound.ResultSender;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.internal.engine.streams.InboundStreams;
import org.gotalk.internal.wire.Decoder;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.HeartbeatMessage;
import org.gotalk.internal.wire.message.ProtocolError;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/** One connection: assembles its parts and holds its state (handshake, open, closing, ended). */
final class Connection implements TransportListener, Lifecycle {

    private enum State {
        HANDSHAKE,
        OPEN,
        ENDED
    }

    private final EngineSettings settings;
    private final Transport transport;
    private final Consumer<Connection> whenEnded;
    private final ConnectionSock sock;

    private final ConnectionParts parts;
    private final InboundStreams streams;
    private final ApplicationEvents application;
    private final Heartbeats heartbeats;
    private final Drain drain;
    private final Decoder decoder; // fed only by the reading thread
    private final DecoderFeed feed;

    private final AtomicReference<State> state = new AtomicReference<>(State.HANDSHAKE);
    private final AtomicReference<@Nullable CloseStart> closing = new AtomicReference<>();
    private volatile boolean isCut; // what the peer sends has ended without a word
    private final LifecycleFutures futures = new LifecycleFutures();
    private final Timeouts timeouts;
    private final StallDetector.Stall stall = new StallDetector.Stall();
    private final CloseTimeout closeTimeout = new CloseTimeout();

    Connection(
            String id,
            EngineSettings settings,
            Transport transport,
            Peer peer,
            Handlers handlers,
            Consumer<Connection> whenEnded) {
        this.settings = settings;
        this.transport = transport;
        this.whenEnded = whenEnded;
        parts = ConnectionParts.of(settings, transport, this);
        sock = new ConnectionSock(id, peer, handlers, settings, this, parts);
        parts.observed().is(sock);
        application = new ApplicationEvents(settings.application(), sock);
        heartbeats = new Heartbeats(settings, parts, application::heartbeat);
        drain = new Drain(settings.scheduler(), parts, this::close);
        ResultSender results = new ResultSender(sock, parts.outbox(), parts.observed(), settings);
        streams = new InboundStreams(settings, sock, results, parts.outbox(), parts.backpressure(), this::reason);
        decoder = new Decoder(
                settings.limits().maxName(),
                settings.limits().maxPayload(),
                new MessageDispatcher(settings, sock, parts, results, streams, this));
        feed = new DecoderFeed(
                decoder, parts.requests(), new EngineThread(parts.outbox().sender(), settings.scheduler()));
        timeouts = Timeouts.of(settings);
    }

    /** The connection for the application. */
    ConnectionSock sock() {
        return sock;
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return heartbeats.last();
    }

    @Override
    public void heard(HeartbeatMessage message) {
        heartbeats.received(message);
    }

    /** Sends the version and starts reading. Bytes may be handled before the transport's start returns. */
    void start() {
        new EngineThread(null, settings.scheduler()).together(() -> {
            parts.outbox().force(EncodedMessage.version());
            transport.start(this);
        });
    }

    @Override
    public boolean isOpen() {
        return state.get() == State.OPEN && closing.get() == null;
    }

    @Override
    public LifecycleFutures futures() {
        return futures;
    }

    @Override
    public CloseReason reason() {
        return CloseStart.reasonOf(closing.get());
    }

    @Override
    public boolean isPeerDismissed() {
        return CloseStart.isDismissal(closing.get());
    }

    @Override
    public boolean mayComeBack() {
        return !parts.resumption().hasPeerLeft() && CloseStart.mayComeBack(closing.get(), isCut);
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        timeouts.heard(settings.scheduler().nanoTime());
        feed.take(bytes, boundary);
    }

    /** Requests of the peer still get results; requests of this side fail, since they never will. */
    @Override
    public void receivedEnd() {
        isCut = true;
        if (decoder.isBetweenMessages()) {
            parts.calls().end(CloseReason.NORMAL);
            parts.streamCalls().end(CloseReason.NORMAL);
            streams.receivedEnd();
            drain(settings.limits().readTimeout(), CloseReason.NORMAL);
        } else {
            abort(CloseReason.of(CloseReason.Code.ABNORMAL, "the peer stopped in the middle of a message"));
        }
    }

    @Override
    public void closed(int code, String detail) {
        beginToClose(CloseReasons.reason(code, detail), false);
        end();
    }

    @Override
    public void fullChanged() {
        parts.backpressure().outboxChanged();
        parts.requests().dispatch();
    }

    @Override
    public void sendFailed(Throwable cause) {
        abort(CloseReason.of(CloseReason.Code.ABNORMAL, "sending failed: " + cause));
    }

    /** Notifies the application, then runs requests. */
    @Override
    public void handshakeDone() {
        if (state.compareAndSet(State.HANDSHAKE, State.OPEN)) {
            parts.observed().opened();
            parts.serial().add(() -> {
                try {
                    parts.requests().openAfter(application::opened, sock::hasChosenHandlers);
                } finally {
                    futures.opened.complete(sock);
                }
            });
        }
    }

    @Override
    public void protocolError(ErrorCode code, String detail) {
        if (beginToClose(CloseReason.of(CloseReasons.code(code), detail), true)) {
            EncodedMessage lastWords = EncodedMessage.of(new ProtocolError(code.number()));
            parts.outbox().closeWhenSent(lastWords, this::closeTransport);
        }
    }

    @Override
    public void close(CloseReason reason) {
        if (beginToClose(reason, true)) {
            if (!mayComeBack()) {
                parts.resumption().leave();
            }
            parts.outbox().closeWhenSent(this::closeTransport);
        }
    }

    @Override
    public void drain(Duration grace, CloseReason reason) {
        if (Drain.checked(grace).isZero()) {
            close(reason);
        } else if (closing.get() == null) {
            drain.begin(grace, reason).cancelAfter(futures.closed);
        }
    }

    @Override
    public void abort(CloseReason reason) {
        beginToClose(reason, true);
        parts.observed().aborted(reason);
        parts.outbox().abort();
        closeTransport();
    }

    /** Checks the timeouts. */
    void tick(long now, StallDetector stalls) {
        if (state.get() == State.ENDED) {
            return;
        }
        CloseStart begun = closing.get();
        long stalledFor = parts.outbox().stalledFor(now);
        if (begun != null) {
            closingTick(begun.since(), stalledFor, now);
            return;
        }
        Optional<String> stalled = stalls.late(stall, stalledFor, transport.holdsThread(), now);
        if (stalled.isPresent()) {
            abort(CloseReason.of(CloseReason.Code.TIMEOUT, stalled.get()));
        } else if (sock.credential().holds(now)) {
            timeouts.late(now, state.get() == State.HANDSHAKE)
                    .ifPresentOrElse(late -> protocolError(ErrorCode.TIMEOUT, late), () -> heartbeats.tick(now));
        }
    }

    private void closingTick(long since, long stalledFor, long now) {
        switch (closeTimeout.due(settings.limits().writeTimeout(), since, stalledFor, now)) {
            case CUT -> {
                parts.observed().isTooSlow();
                abort(reason());
            }
            case END -> end();
            case NOTHING -> {}
        }
    }

    /** No request starts from here on, since its result could not be sent. */
    private boolean beginToClose(CloseReason reason, boolean isOwn) {
        parts.requests().end();
        boolean first = closing.compareAndSet(
                null, new CloseStart(reason, isOwn, settings.workers().now()));
        streams.end(reason());
        return first;
    }

    @Override
    public void workFinished() {
        drain.check();
    }

    @Override
    public void pauseReading() {
        decoder.suspend();
        transport.pauseReading();
    }

    private void closeTransport() {
        CloseReason reason = reason();
        transport.close(CloseReasons.webSocketCode(reason.code()), reason.detail());
    }

    private void end() {
        State before = state.getAndSet(State.ENDED);
        if (before == State.ENDED) {
            return;
        }
        CloseReason reason = reason();
        parts.outbox().abort();
        parts.calls().end(reason);
        parts.streamCalls().end(reason);
        whenEnded.accept(this);
        parts.observed().closed(reason);
        futures.ended.complete(reason);
        parts.serial().addLast(() -> {
            try {
                if (before == State.OPEN) {
                    application.closed(reason);
                }
            } finally {
                futures.opened.completeExceptionally(new SockClosedException(reason, false));
                futures.closed.complete(reason);
            }
        });
    }
}
