package org.gotalk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
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
 * <p>A value type of {@code byte[]} takes the payload as it is; so does a result that is a {@code byte[]} go out as it
 * is. A result that is a {@link CompletionStage} is the answer once it completes. For names, see {@link Sock}: a name
 * that is not allowed is an {@link IllegalArgumentException}, one that is taken an {@link IllegalStateException}.
 */
public final class Handlers {

    private final Map<String, RequestHandler> requests = new ConcurrentHashMap<>();
    private final Map<String, NotificationHandler> notifications = new ConcurrentHashMap<>();

    private Handlers() {}

    /** None yet. */
    public static Handlers create() {
        return new Handlers();
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
        add(requests, operation, handler, "operation");
        return this;
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
        add(notifications, name, handler, "notification");
        return this;
    }

    /** The handler for an operation. */
    public Optional<RequestHandler> findRequestHandler(String operation) {
        return Optional.ofNullable(requests.get(operation));
    }

    /** The handler for a notification. */
    public Optional<NotificationHandler> findNotificationHandler(String name) {
        return Optional.ofNullable(notifications.get(name));
    }

    /** The names of all operations, as they are now. */
    public Set<String> operations() {
        return Set.copyOf(requests.keySet());
    }

    /** The names of all notifications that are handled, as they are now. */
    public Set<String> notifications() {
        return Set.copyOf(notifications.keySet());
    }

    private static <H> void add(Map<String, H> handlers, String name, H handler, String what) {
        if (handlers.putIfAbsent(Names.checked(name), handler) != null) {
            throw new IllegalStateException(what + " \"" + name + "\" has a handler already");
        }
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
}
