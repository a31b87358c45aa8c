package org.gotalk.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.gotalk.EncodedNotification;
import org.gotalk.Handlers;
import org.gotalk.Identity;
import org.gotalk.Limits;
import org.gotalk.Names;
import org.gotalk.OutboxFullException;
import org.gotalk.PayloadCodec;
import org.gotalk.Peer;
import org.gotalk.SockClosedException;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.Values;
import org.gotalk.internal.engine.calls.OutgoingRequests;
import org.gotalk.internal.engine.credentials.Credential;
import org.gotalk.internal.engine.credentials.ReservedOperations;
import org.gotalk.internal.engine.inbound.Backlog;
import org.gotalk.internal.engine.inbound.Backpressure;
import org.gotalk.internal.engine.inbound.RequestQueue;
import org.gotalk.internal.engine.outbound.EncodedNotificationMessage;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.resume.Resumption;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.internal.engine.streams.OutboundStreams;

/** A connection for the application: encodes and decodes values. */
final class ConnectionSock extends LifecycleSock {

    private final String id;
    private volatile Peer peer;
    private final EngineSettings settings;
    private final OutgoingRequests calls;
    private final OutboundStreams streamCalls;
    private final Outbox outbox;
    private final RequestQueue requests;
    private final Backpressure backpressure;
    private final NotificationSender sender;
    private final Resumption resumption;
    private final Credential credential;
    private volatile Handlers handlers;
    private volatile boolean hasChosenHandlers;

    ConnectionSock(
            String id, Peer peer, Handlers handlers, EngineSettings settings, Lifecycle life, ConnectionParts parts) {
        super(life);
        this.id = id;
        this.peer = peer;
        this.handlers = handlers;
        this.settings = settings;
        this.calls = parts.calls();
        this.streamCalls = parts.streamCalls();
        this.outbox = parts.outbox();
        this.requests = parts.requests();
        this.backpressure = parts.backpressure();
        this.sender = new NotificationSender(outbox, parts.observed(), parts.resumption());
        this.resumption = parts.resumption();
        this.credential = new Credential(this, settings);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public void identify(Identity user) {
        peer = peer.withIdentity(user);
        settings.application().identified(this);
    }

    @Override
    public void signIn(String token) {
        EngineThread.refuseToWait("signIn", "signInAsync");
        calls.reserved(ReservedOperations.SIGN_IN, tokenPayload(token), limits().requestTimeout());
    }

    @Override
    public CompletionStage<Void> signInAsync(String token) {
        return calls.reservedAsync(ReservedOperations.SIGN_IN, tokenPayload(token), limits().requestTimeout())
                .thenAccept(nothing -> {});
    }

    private byte[] tokenPayload(String token) {
        return ReservedOperations.payload(codec(), token);
    }

    @Override
    public PayloadCodec codec() {
        return settings.codec();
    }

    @Override
    public Limits limits() {
        return settings.limits();
    }

    @Override
    public <T> T request(String operation, Object value, Class<T> resultType, Duration timeout) {
        EngineThread.refuseToWait("request", "requestAsync");
        byte[] payload = Values.encoded(codec(), value);
        Runnable answered = requests.asksPeer();
        byte[] result;
        try {
            result = EngineThread.awaitPeer(() -> calls.call(operation, payload, timeout));
        } finally {
            answered.run();
        }
        return Values.required(codec(), result, resultType);
    }

    @Override
    public <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType, Duration timeout) {
        byte[] payload = Values.encoded(codec(), value);
        return asking(answered -> calls.callAsync(
                operation, payload, timeout, answered, result -> Values.required(codec(), result, resultType)));
    }

    @Override
    public CompletableFuture<byte[]> requestNow(String operation, byte[] payload, Duration timeout) {
        return asking(answered -> calls.callNow(operation, payload, timeout, answered));
    }

    /** Asks the peer without waiting. */
    private <T> CompletableFuture<T> asking(Function<Runnable, CompletableFuture<T>> ask) {
        Runnable answered = requests.asksPeer();
        try {
            return ask.apply(answered);
        } catch (RuntimeException e) {
            answered.run(); // nothing was asked
            throw e;
        }
    }

    @Override
    public StreamCall streamRequest(String operation, Duration timeout) {
        if (!takesStreamRequests()) {
            throw new IllegalStateException(
                    "the peer does not support stream requests: it does not use the subprotocol gotalk.v1");
        }
        return streamCalls.begin(Names.checked(operation), timeout);
    }

    @Override
    public StreamReader requestParts(String operation, Object value, Duration timeout) {
        EngineThread.refuseToWait("requestParts", "another thread");
        return streamCalls.request(Names.checked(operation), Values.encoded(codec(), value), timeout);
    }

    @Override
    public boolean takesStreamRequests() {
        return outbox.supportsFullProtocol();
    }

    @Override
    public void notify(String name, Object value) {
        notify(encode(name, value));
    }

    @Override
    public void notify(EncodedNotification notification) {
        EngineThread.refuseToWait("notify", "tryNotify");
        if (!sender.offerWaiting(notification)) {
            throw outbox.isClosed()
                    ? new SockClosedException(life().reason(), false)
                    : OutboxFullException.ofBytes(
                            outbox.queued(), settings.limits().maxOutbound());
        }
    }

    @Override
    public boolean tryNotify(EncodedNotification notification) {
        return sender.offer(notification);
    }

    @Override
    public EncodedNotification encode(String name, Object value) {
        return EncodedNotificationMessage.of(codec(), name, value);
    }

    @Override
    public Handlers handlers() {
        return handlers;
    }

    @Override
    public void serve(Handlers newHandlers) {
        handlers = Objects.requireNonNull(newHandlers);
        hasChosenHandlers = true;
    }

    /** Whether the application has called {@link #serve}. */
    boolean hasChosenHandlers() {
        return hasChosenHandlers;
    }

    /** What there is to do for the peer. */
    Backlog backlog() {
        return backpressure.backlog();
    }

    /** Bytes that wait to be sent. */
    long outboundBytes() {
        return outbox.queued();
    }

    /** The credential of the peer. */
    Credential credential() {
        return credential;
    }

    @Override
    public void expiresAt(Instant time) {
        credential.expiresAt(time);
    }

    @Override
    public Optional<Instant> expiry() {
        return credential.expiry();
    }

    @Override
    public CompletionStage<Instant> renew(String token) {
        return calls.reservedAsync(ReservedOperations.RENEW, tokenPayload(token), limits().requestTimeout())
                .thenApply(result -> ReservedOperations.renewedUntil(codec(), result));
    }

    @Override
    public CompletableFuture<byte[]> reserved(String operation, byte[] payload, Duration timeout) {
        return calls.reservedAsync(operation, payload, timeout);
    }

    @Override
    public boolean takesExtensions() {
        return outbox.supportsExtensions();
    }

    @Override
    public Resumption resumption() {
        return resumption;
    }

    @Override
    public String toString() {
        return id + " (" + peer.address() + ")";
    }
}
