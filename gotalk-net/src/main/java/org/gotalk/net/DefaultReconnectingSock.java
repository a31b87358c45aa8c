package org.gotalk.net;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.Identity;
import org.gotalk.Limits;
import org.gotalk.Names;
import org.gotalk.PayloadCodec;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.Values;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.concurrent.RetryingExecutor;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.internal.engine.outbound.EncodedNotificationMessage;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.net.internal.reconnect.Backoff;
import org.gotalk.net.internal.reconnect.ClientSession;
import org.gotalk.net.internal.reconnect.ConnectionSetup;
import org.gotalk.net.internal.reconnect.PreparingConnector;
import org.gotalk.net.internal.reconnect.ReconnectingConnection;
import org.gotalk.net.internal.reconnect.SessionConnector;
import org.gotalk.net.internal.shared.Threads;

/** A reconnecting connection as the application sees it: values instead of bytes, and what one Sock can do. */
final class DefaultReconnectingSock implements ReconnectingSock {

    private static final AtomicLong NEXT_ID = new AtomicLong();

    private final String id = "stay-" + NEXT_ID.incrementAndGet();
    private final Peer peer;
    private final Engine engine;
    private final Executor executor;
    private final PreparingConnector connector;
    private final StatePublisher states;
    private final ReconnectingConnection reconnecting;

    /** One that has not begun yet. Dialling is given what the peer is offered; it may throw. */
    DefaultReconnectingSock(
            String address,
            ReconnectOptions options,
            Engine engine,
            Threads threads,
            DoubleSupplier random,
            Function<Handlers, CompletionStage<EngineSock>> dial) {
        this.peer = Peer.at(address);
        this.engine = engine;
        Scheduler scheduler = threads.scheduler();
        this.executor = new RetryingExecutor(threads.executor(), scheduler);
        Backoff backoff = new Backoff(options.minDelay(), options.maxDelay(), options.jitter(), random);
        Handlers handlers = options.connect().handlers().orElseGet(engine::handlers);
        Optional<ConnectionSetup> setup = options.setup().map(given -> given::prepare);
        connector =
                new PreparingConnector(dial, handlers, setup, options.connect().timeout(), executor, scheduler);
        states = new StatePublisher(toString(), state -> options.listener().changed(this, state), executor);
        reconnecting = new ReconnectingConnection(
                options.sessions() == SessionMode.NEVER ? connector : new SessionConnector(connector, session(options)),
                backoff,
                options.maxWaiting(),
                options.maxWaitingBytes(),
                scheduler,
                states);
    }

    private ClientSession session(ReconnectOptions options) {
        return new ClientSession(
                options.sessions() == SessionMode.ALWAYS,
                options.connect().timeout(),
                (recovered, rooms) ->
                        executor.execute(() -> options.resumed().resumed(this, new Resumed(recovered, rooms))));
    }

    void start() {
        reconnecting.start();
    }

    @Override
    public ConnectionState state() {
        return states.state();
    }

    @Override
    public CompletionStage<Sock> connection() {
        return states.connection();
    }

    @Override
    public String id() {
        return reconnecting.connection().map(Sock::id).orElse(id);
    }

    @Override
    public Peer peer() {
        return reconnecting.connection().map(Sock::peer).orElse(peer);
    }

    /** The present connection alone: the next one may reach another machine. */
    @Override
    public void identify(Identity user) {
        present().identify(user);
    }

    @Override
    public void signIn(String token) {
        present().signIn(token);
    }

    @Override
    public CompletionStage<Void> signInAsync(String token) {
        return present().signInAsync(token);
    }

    @Override
    public PayloadCodec codec() {
        return engine.codec();
    }

    @Override
    public Limits limits() {
        return engine.limits();
    }

    @Override
    public <T> T request(String operation, Object value, Class<T> resultType, Duration timeout) {
        EngineThread.refuseToWait("request", "requestAsync");
        byte[] payload = Values.encoded(codec(), value);
        byte[] result = EngineThread.awaitPeer(
                () -> reconnecting.call(Names.checked(operation), payload, timeout, engine.callerContext()));
        return Values.required(codec(), result, resultType);
    }

    @Override
    public <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType, Duration timeout) {
        CompletableFuture<byte[]> answer = reconnecting.request(
                Names.checked(operation), Values.encoded(codec(), value), timeout, engine.callerContext());
        CompletionStage<T> decoded = answer.whenCompleteAsync(
                        (result, failure) -> {}, executor) // failures, too, unlike with thenApplyAsync
                .thenApply(result -> Values.required(codec(), result, resultType));
        decoded.whenComplete((any, failure) -> answer.cancel(false)); // has no effect on one that is complete
        return decoded;
    }

    @Override
    public StreamCall streamRequest(String operation, Duration timeout) {
        return present().streamRequest(operation, timeout);
    }

    @Override
    public StreamReader requestParts(String operation, Object value, Duration timeout) {
        EngineThread.refuseToWait("requestParts", "another thread");
        return present().requestParts(operation, value, timeout);
    }

    @Override
    public boolean takesStreamRequests() {
        return reconnecting.connection().map(Sock::takesStreamRequests).orElse(false);
    }

    @Override
    public void notify(String name, Object value) {
        EngineThread.refuseToWait("notify", "tryNotify");
        reconnecting.notify(encode(name, value), engine.limits().writeTimeout(), engine.callerContext());
    }

    @Override
    public boolean tryNotify(EncodedNotification notification) {
        return reconnecting.tryNotify(EncodedNotificationMessage.from(notification), engine.callerContext());
    }

    @Override
    public EncodedNotification encode(String name, Object value) {
        return EncodedNotificationMessage.of(codec(), name, value);
    }

    @Override
    public Handlers handlers() {
        return connector.handlers();
    }

    @Override
    public void serve(Handlers handlers) {
        connector.serve(handlers);
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return reconnecting.connection().flatMap(Sock::heartbeat);
    }

    @Override
    public void expiresAt(Instant time) {
        present().expiresAt(time);
    }

    @Override
    public Optional<Instant> expiry() {
        return reconnecting.connection().flatMap(Sock::expiry);
    }

    @Override
    public CompletionStage<Instant> renew(String token) {
        return present().renew(token);
    }

    @Override
    public boolean isOpen() {
        return reconnecting.connection().map(Sock::isOpen).orElse(false);
    }

    @Override
    public CompletionStage<CloseReason> closed() {
        return states.closed();
    }

    @Override
    public CompletionStage<CloseReason> drain(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace is " + grace + ", but must not be negative");
        }
        reconnecting.drain(Deadline.atMostEver(grace));
        return closed();
    }

    @Override
    public void close(CloseReason reason) {
        reconnecting.giveUp(reason);
    }

    @Override
    public String toString() {
        return id + " (" + peer.address() + ")";
    }

    private EngineSock present() {
        return reconnecting.connection().orElseThrow(states::absence);
    }
}
