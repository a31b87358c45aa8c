package org.gotalk;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What one side offers to its peers: operations and notifications by name. Handlers may be added while connections are
 * being served; each message is handled by what is there when it arrives.
 *
 * <pre>{@code
 * Handlers handlers = Handlers.create()
 *     .handle("greet", Person.class, person -> new Greeting("Hello " + person.name()))
 *     .handleNotification("said", ChatMessage.class, (peer, message) -> log.info(peer + ": " + message));
 * }</pre>
 *
 * <p>An operation is requested either as a whole or in parts: its name has one handler, of one kind. A {@link
 * StreamHandler} also answers requests that come as a whole, as streams of one part.
 *
 * <p>Names without a handler go to the fallback of their kind, where there is one; names that begin with {@code
 * $gotalk/} never do. {@link #subHandlers()} adds to a set without changing it, for those peers that are to have more.
 *
 * <p>A value type of {@code byte[]} takes the payload as it is; so does a result that is a {@code byte[]} go out as it
 * is. A result that is a {@link CompletionStage} is the answer once it completes. For names, see {@link Sock}: a name
 * that is not allowed is an {@link IllegalArgumentException}, one that is taken an {@link IllegalStateException}.
 */
public final class Handlers {

    private static final CompletionStage<byte[]> NO_FURTHER_PART = CompletableFuture.completedStage(new byte[0]);

    private final NamedHandlers<Operation> operations;
    private final NamedHandlers<NotificationHandler> notifications;
    private final Fallbacks fallbacks;
    private final boolean neverWait; // handlers that are added

    private Handlers(
            NamedHandlers<Operation> operations,
            NamedHandlers<NotificationHandler> notifications,
            Fallbacks fallbacks,
            boolean neverWait) {
        this.operations = operations;
        this.notifications = notifications;
        this.fallbacks = fallbacks;
        this.neverWait = neverWait;
    }

    /** None yet. */
    public static Handlers create() {
        return new Handlers(
                new NamedHandlers<>("operation", null),
                new NamedHandlers<>("notification", null),
                new Fallbacks(null),
                false);
    }

    /**
     * A set of its own, empty, in front of this one. What it lacks is looked up here, at the time of each message: first
     * its names, then the names of this set, then its fallback, then the fallback of this set. A name may be in both; an
     * operation in front hides that behind it whichever kind they are.
     */
    public Handlers subHandlers() {
        return new Handlers(operations.overlay(), notifications.overlay(), new Fallbacks(fallbacks), neverWait);
    }

    /**
     * A view of this set whose {@code handle…} methods add handlers that {@linkplain RequestHandler#isNonBlocking never
     * wait}: requests that come as a whole, and notifications, are handled on the thread that reads them. For quick ones
     * alone.
     */
    public Handlers nonBlocking() {
        return new Handlers(operations, notifications, fallbacks, true);
    }

    /** Answers typed requests. */
    public <I> Handlers handle(String operation, Class<I> valueType, ValueFunction<I> handler) {
        return handle(operation, valueType, (peer, value) -> handler.apply(value));
    }

    /** Answers typed requests, with the peer that made them. */
    public <I> Handlers handle(String operation, Class<I> valueType, PeerValueFunction<I> handler) {
        return handleBuffer(operation, (peer, name, payload) -> {
            I value = Values.required(peer.codec(), payload, valueType);
            return encoded(peer.codec(), handler.apply(peer, value));
        });
    }

    /** Answers requests payload to payload. */
    public Handlers handleBuffer(String operation, RequestHandler handler) {
        operations.add(operation, new Operation(Optional.of(requestForm(handler)), Optional.empty()));
        return this;
    }

    /** Answers requests in parts, and takes their parts, without blocking. */
    public Handlers handleStream(String operation, StreamHandler handler) {
        operations.add(operation, new Operation(Optional.empty(), Optional.of(handler)));
        return this;
    }

    /** Answers requests in parts, and takes their parts; may block. */
    public Handlers handleStream(String operation, StreamConsumer handler) {
        return handleStream(operation, (peer, request, result) -> {
            handler.accept(request, result);
            return NO_FURTHER_PART;
        });
    }

    /** Takes typed notifications. */
    public <I> Handlers handleNotification(String name, Class<I> valueType, ValueConsumer<I> handler) {
        return handleNotification(name, valueType, (peer, value) -> handler.accept(value));
    }

    /** Takes typed notifications, with the peer that sent them. */
    public <I> Handlers handleNotification(String name, Class<I> valueType, PeerValueConsumer<I> handler) {
        return handleBufferNotification(
                name,
                (peer, ignored, payload) -> handler.accept(peer, Values.required(peer.codec(), payload, valueType)));
    }

    /** Takes notifications as payloads. */
    public Handlers handleBufferNotification(String name, NotificationHandler handler) {
        notifications.add(name, notificationForm(handler));
        return this;
    }

    /**
     * Answers requests of operations that have no handler, with the name that was requested.
     *
     * @throws IllegalStateException when this set has such a fallback already; so do the other two
     */
    public Handlers handleFallback(RequestHandler handler) {
        fallbacks.requestsGoTo(requestForm(handler));
        return this;
    }

    /**
     * Answers stream requests of operations that have no handler; where this set has no {@link #handleFallback}, also
     * those that come as a whole.
     */
    public Handlers handleStreamFallback(StreamHandler handler) {
        fallbacks.streamsGoTo(handler);
        return this;
    }

    /** Takes notifications that have no handler. */
    public Handlers handleNotificationFallback(NotificationHandler handler) {
        fallbacks.notificationsGoTo(notificationForm(handler));
        return this;
    }

    /**
     * Takes the handler of an operation out of this set; what is behind it shows again. Requests that came before are
     * still answered by it.
     *
     * @return whether there was one
     */
    public boolean remove(String operation) {
        return operations.remove(operation);
    }

    /** Takes the handler of a notification out of this set, as {@link #remove} does. */
    public boolean removeNotification(String name) {
        return notifications.remove(name);
    }

    /** The handler for an operation whose requests come as a whole, or the fallback for them. */
    public Optional<RequestHandler> findRequestHandler(String operation) {
        Operation found = operations.find(operation);
        if (found != null) {
            return found.single();
        }
        return Names.isReserved(operation) ? Optional.empty() : fallbacks.request();
    }

    /** The handler for an operation whose requests come in parts, or the fallback for them. */
    public Optional<StreamHandler> findStreamHandler(String operation) {
        Operation found = operations.find(operation);
        if (found != null) {
            return found.stream();
        }
        return Names.isReserved(operation) ? Optional.empty() : fallbacks.stream();
    }

    /** The handler for a notification, or the fallback. */
    public Optional<NotificationHandler> findNotificationHandler(String name) {
        NotificationHandler found = notifications.find(name);
        if (found != null) {
            return Optional.of(found);
        }
        return Names.isReserved(name) ? Optional.empty() : fallbacks.notification();
    }

    /** The names of all operations of both kinds, those behind this set included, as they are now. */
    public Set<String> operations() {
        return operations.names();
    }

    /** The names of all notifications that are handled, those behind this set included, as they are now. */
    public Set<String> notifications() {
        return notifications.names();
    }

    private RequestHandler requestForm(RequestHandler handler) {
        return neverWait ? RequestHandler.nonBlocking(handler) : handler;
    }

    private NotificationHandler notificationForm(NotificationHandler handler) {
        return neverWait ? NotificationHandler.nonBlocking(handler) : handler;
    }

    private static CompletionStage<byte[]> encoded(PayloadCodec codec, @Nullable Object result) {
        if (result instanceof CompletionStage<?> later) {
            return later.thenApply(value -> Values.encoded(codec, value));
        }
        return CompletableFuture.completedFuture(Values.encoded(codec, result));
    }

    /** Answers a value. */
    @FunctionalInterface
    public interface ValueFunction<I> {
        /** The result, or a stage of it; see {@link RequestHandler#handle} for what may be thrown. */
        @Nullable
        Object apply(I value) throws Exception;
    }

    /** Answers a value that came from a peer. */
    @FunctionalInterface
    public interface PeerValueFunction<I> {
        /** The result, or a stage of it; see {@link RequestHandler#handle} for what may be thrown. */
        @Nullable
        Object apply(Sock peer, I value) throws Exception;
    }

    /** Takes a value. */
    @FunctionalInterface
    public interface ValueConsumer<I> {
        /** Takes it; see {@link NotificationHandler#handle} for what may be thrown. */
        void accept(I value) throws Exception;
    }

    /** Takes a value that came from a peer. */
    @FunctionalInterface
    public interface PeerValueConsumer<I> {
        /** Takes it; see {@link NotificationHandler#handle} for what may be thrown. */
        void accept(Sock peer, I value) throws Exception;
    }

    /** Takes a request in parts and answers in parts. It may block; when it returns, both are over. */
    @FunctionalInterface
    public interface StreamConsumer {
        /** Reads and writes; see {@link StreamHandler#handle} for what may be thrown. */
        void accept(StreamRequest request, StreamResult result) throws Exception;
    }

    /** The one handler that an operation has, of either kind. */
    private record Operation(Optional<RequestHandler> single, Optional<StreamHandler> stream) {}
}
