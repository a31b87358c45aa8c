package org.gotalk;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.HandlerRegistry.OperationHandler;
import org.jspecify.annotations.Nullable;

/**
 * The operations and notifications that this side offers to peers, by name. Handlers may be added and removed at any
 * time; a message goes to the handlers registered when it arrives. Thread-safe.
 *
 * <pre>{@code
 * Handlers handlers = Handlers.create()
 *     .handle("greet", Person.class, person -> new Greeting("Hello " + person.name()))
 *     .handleNotification("said", ChatMessage.class, (peer, message) -> log.info(peer + ": " + message));
 * }</pre>
 *
 * <p>An operation has one handler, which takes requests either as a whole or in parts. A {@link StreamHandler} also
 * handles requests that come as a whole, as streams of one part.
 *
 * <p>Names without a handler go to the fallback of their kind, if there is one; names that begin with {@code $gotalk/}
 * never do. {@link #subHandlers()} extends a set without changing it, for example for peers with more rights.
 *
 * <p>The value type {@code byte[]} stands for the raw payload, for values and results. A result that is a {@link
 * CompletionStage} is sent once it completes. The methods throw {@link IllegalArgumentException} if a name is not
 * allowed (see {@link Sock}) and {@link IllegalStateException} if it has a handler.
 */
public final class Handlers {

    private static final CompletionStage<byte[]> NO_FURTHER_PART = CompletableFuture.completedStage(new byte[0]);

    private final HandlerRegistry registry;
    private final boolean nonBlocking; // whether handlers are added as such
    private final boolean authenticatedOnly;

    private Handlers(HandlerRegistry registry, boolean nonBlocking, boolean authenticatedOnly) {
        this.registry = registry;
        this.nonBlocking = nonBlocking;
        this.authenticatedOnly = authenticatedOnly;
    }

    /** An empty set. */
    public static Handlers create() {
        return new Handlers(new HandlerRegistry(), false, false);
    }

    /**
     * A new set that extends this one. For each message, the lookup order is: names of the new set, names of this set,
     * fallback of the new set, fallback of this set. A name in both sets means the new set's handler, of whichever
     * kind.
     */
    public Handlers subHandlers() {
        return new Handlers(registry.overlay(), nonBlocking, authenticatedOnly);
    }

    /** Whether this set is the other one or a view of it, or extends it. */
    public boolean includes(Handlers other) {
        return registry.operations().includes(other.registry.operations());
    }

    /**
     * A view of this set whose {@code handle…} methods add {@linkplain RequestHandler#isNonBlocking non-blocking}
     * handlers. Those of notifications and of requests that come as a whole run on the thread that reads from the
     * connection.
     */
    public Handlers nonBlocking() {
        return new Handlers(registry, true, authenticatedOnly);
    }

    /**
     * A view of this set that serves only peers with an {@linkplain Peer#identity() identity}. Requests of others get
     * an error result, their notifications are dropped, each with a line in the log. Sets that extend the view are
     * restricted too.
     */
    public Handlers authenticatedOnly() {
        return new Handlers(registry, nonBlocking, true);
    }

    /** Whether connections serve this set only to peers with an identity. */
    public boolean isAuthenticatedOnly() {
        return authenticatedOnly;
    }

    /** Handles requests with a typed value. */
    public <I> Handlers handle(String operation, Class<I> valueType, ValueFunction<I> handler) {
        return handle(operation, valueType, (peer, value) -> handler.apply(value));
    }

    /** Handles requests with a typed value; the handler also takes the peer. */
    public <I> Handlers handle(String operation, Class<I> valueType, PeerValueFunction<I> handler) {
        return handleBuffer(operation, (peer, name, payload) -> {
            Object result = handler.apply(peer, Values.required(peer.codec(), payload, valueType));
            return ResultEncoder.encoded(peer.codec(), result);
        });
    }

    /** Handles requests with a typed value; the handler also learns that nobody waits for its result any more. */
    public <I> Handlers handle(String operation, Class<I> valueType, CancellableFunction<I> handler) {
        return handleBuffer(operation, new CancellableHandler<>(valueType, handler));
    }

    /** Handles requests with a value whose type has type arguments. */
    public <I> Handlers handle(String operation, GenericType<I> valueType, ValueFunction<I> handler) {
        return handle(operation, valueType, (peer, value) -> handler.apply(value));
    }

    /** Handles requests with a value whose type has type arguments; the handler also takes the peer. */
    public <I> Handlers handle(String operation, GenericType<I> valueType, PeerValueFunction<I> handler) {
        return handleBuffer(operation, (peer, name, payload) -> {
            Object result = handler.apply(peer, Values.required(peer.codec(), payload, valueType));
            return ResultEncoder.encoded(peer.codec(), result);
        });
    }

    /** Handles requests with raw payloads. */
    public Handlers handleBuffer(String operation, RequestHandler handler) {
        registry.operations().add(operation, new OperationHandler(NonBlockingHandler.of(handler, nonBlocking)));
        return this;
    }

    /** Handles requests in parts, without blocking. */
    public Handlers handleStream(String operation, StreamHandler handler) {
        registry.operations().add(operation, new OperationHandler(handler));
        return this;
    }

    /** Handles requests in parts; may block. */
    public Handlers handleStream(String operation, StreamConsumer handler) {
        return handleStream(operation, (peer, request, result) -> {
            handler.accept(request, result);
            return NO_FURTHER_PART;
        });
    }

    /** Handles notifications with a typed value. */
    public <I> Handlers handleNotification(String name, Class<I> valueType, ValueConsumer<I> handler) {
        return handleNotification(name, valueType, (peer, value) -> handler.accept(value));
    }

    /** Handles notifications with a typed value; the handler also takes the peer. */
    public <I> Handlers handleNotification(String name, Class<I> valueType, PeerValueConsumer<I> handler) {
        return handleBufferNotification(
                name,
                (peer, ignored, payload) -> handler.accept(peer, Values.required(peer.codec(), payload, valueType)));
    }

    /** Handles notifications with a value whose type has type arguments. */
    public <I> Handlers handleNotification(String name, GenericType<I> valueType, ValueConsumer<I> handler) {
        return handleNotification(name, valueType, (peer, value) -> handler.accept(value));
    }

    /** Handles notifications with a value whose type has type arguments; the handler also takes the peer. */
    public <I> Handlers handleNotification(String name, GenericType<I> valueType, PeerValueConsumer<I> handler) {
        return handleBufferNotification(
                name,
                (peer, ignored, payload) -> handler.accept(peer, Values.required(peer.codec(), payload, valueType)));
    }

    /** Handles notifications with raw payloads. */
    public Handlers handleBufferNotification(String name, NotificationHandler handler) {
        registry.notifications().add(name, NonBlockingNotificationHandler.of(handler, nonBlocking));
        return this;
    }

    /**
     * Handles requests of operations without a handler.
     *
     * @throws IllegalStateException if this set has a request fallback
     */
    public Handlers handleFallback(RequestHandler handler) {
        registry.fallbacks().requestsGoTo(NonBlockingHandler.of(handler, nonBlocking));
        return this;
    }

    /**
     * Handles stream requests of operations without a handler; if this set has no {@link #handleFallback}, also
     * requests that come as a whole.
     *
     * @throws IllegalStateException if this set has a stream fallback
     */
    public Handlers handleStreamFallback(StreamHandler handler) {
        registry.fallbacks().streamsGoTo(handler);
        return this;
    }

    /**
     * Handles notifications without a handler.
     *
     * @throws IllegalStateException if this set has a notification fallback
     */
    public Handlers handleNotificationFallback(NotificationHandler handler) {
        registry.fallbacks().notificationsGoTo(NonBlockingNotificationHandler.of(handler, nonBlocking));
        return this;
    }

    /**
     * Removes the handler of an operation from this set; the handler of an extended set applies again. Requests that
     * arrived before still use the removed handler.
     *
     * @return whether there was one
     */
    public boolean remove(String operation) {
        return registry.operations().remove(operation);
    }

    /** Removes the handler of a notification, as {@link #remove} does. */
    public boolean removeNotification(String name) {
        return registry.notifications().remove(name);
    }

    /** Whether an operation has a handler of its name, of either kind; a fallback does not count. */
    public boolean handles(String operation) {
        return registry.operations().find(operation) != null;
    }

    /** Whether a notification has a handler of its name; a fallback does not count. */
    public boolean handlesNotification(String name) {
        return registry.notifications().find(name) != null;
    }

    /** The handler or fallback for requests that come as a whole. */
    public Optional<RequestHandler> findRequestHandler(String operation) {
        return registry.request(operation);
    }

    /** The handler or fallback for requests in parts. */
    public Optional<StreamHandler> findStreamHandler(String operation) {
        return registry.stream(operation);
    }

    /** The handler or fallback for a notification. */
    public Optional<NotificationHandler> findNotificationHandler(String name) {
        return registry.notification(name);
    }

    /** The names of all operations of both kinds, including those of extended sets. A snapshot. */
    public Set<String> operations() {
        return registry.operations().names();
    }

    /** The names of all notifications, including those of extended sets. A snapshot. */
    public Set<String> notifications() {
        return registry.notifications().names();
    }

    /** Handles a request value. */
    @FunctionalInterface
    public interface ValueFunction<I> {
        /** Returns the result or a stage of it. For exceptions, see {@link RequestHandler#handle}. */
        @Nullable
        Object apply(I value) throws Exception;
    }

    /** Handles a request value of a peer. */
    @FunctionalInterface
    public interface PeerValueFunction<I> {
        /** Returns the result or a stage of it. For exceptions, see {@link RequestHandler#handle}. */
        @Nullable
        Object apply(Sock peer, I value) throws Exception;
    }

    /** Handles a request value of a peer that may give the request up. */
    @FunctionalInterface
    public interface CancellableFunction<I> {
        /**
         * Returns the result or a stage of it, which is cancelled if the peer gives the request up. For exceptions, see
         * {@link RequestHandler#handle}.
         */
        @Nullable
        Object apply(Sock peer, I value, Cancellation cancellation) throws Exception;
    }

    /** Handles a notification value. */
    @FunctionalInterface
    public interface ValueConsumer<I> {
        /** Handles the value. For exceptions, see {@link NotificationHandler#handle}. */
        void accept(I value) throws Exception;
    }

    /** Handles a notification value of a peer. */
    @FunctionalInterface
    public interface PeerValueConsumer<I> {
        /** Handles the value. For exceptions, see {@link NotificationHandler#handle}. */
        void accept(Sock peer, I value) throws Exception;
    }

    /** Handles a request in parts with a result in parts. May block; both streams end when it returns. */
    @FunctionalInterface
    public interface StreamConsumer {
        /** Reads the request and writes the result. For exceptions, see {@link StreamHandler#handle}. */
        void accept(StreamRequest request, StreamResult result) throws Exception;
    }
}
