package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.gotalk.Handlers;
import org.gotalk.NotificationHandler;
import org.gotalk.OperationException;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.StandardCodes;
import org.gotalk.StreamHandler;
import org.gotalk.internal.concurrent.AccessLog;
import org.gotalk.internal.engine.credentials.ReservedOperations;
import org.gotalk.internal.engine.inbound.InboundRequest;
import org.gotalk.internal.engine.inbound.RequestQueue;
import org.gotalk.internal.engine.inbound.ResultSender;
import org.gotalk.internal.engine.inbound.WholeRequest;
import org.gotalk.internal.engine.observed.ObservedConnection;
import org.gotalk.internal.engine.streams.InboundStreams;
import org.gotalk.internal.wire.message.ErrorPayload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.spi.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * Finds handlers for messages of the peer, among the handlers in force on arrival.
 *
 * <p>Messages may arrive before {@code opened} has returned, where the application chooses the handlers of the peer.
 * Such early messages are queued, and their handlers are looked up when they run.
 */
final class HandlerLookup {

    private final Sock peer;
    private final ResultSender results;
    private final InboundStreams streams;
    private final RequestQueue requests;
    private final ObservedConnection observed;
    private final ReservedOperations reserved;

    HandlerLookup(
            Sock peer,
            ResultSender results,
            InboundStreams streams,
            ConnectionParts parts,
            ReservedOperations reserved) {
        this.peer = peer;
        this.results = results;
        this.streams = streams;
        this.requests = parts.requests();
        this.observed = parts.observed();
        this.reserved = reserved;
    }

    /** The request with its handler; empty if the operation is unknown. */
    Optional<InboundRequest> request(SingleRequest message, TraceContext caller) {
        return requests.isOpen() ? found(message, caller) : Optional.of(new Early(message, caller));
    }

    /** The handler of a stream request; empty if the operation is unknown or takes requests as a whole. */
    Optional<StreamHandler> stream(String operation, TraceContext caller) {
        if (requests.isOpen()) {
            return streamHandler(operation, caller);
        }
        return Optional.of((sock, request, result) -> streamHandler(operation, caller)
                .orElseThrow(() -> thrown(noStream(operation)))
                .handle(sock, request, result));
    }

    /** The handler of a notification; empty if there is none. */
    Optional<NotificationHandler> notification(String name, TraceContext sender) {
        if (requests.isOpen()) {
            return notificationHandler(name, sender);
        }
        return Optional.of((sock, sameName, payload) -> {
            Optional<NotificationHandler> found = notificationHandler(name, sender);
            if (found.isPresent()) {
                found.get().handle(sock, name, payload);
            }
        });
    }

    /** The error for a stream request without handler. */
    ErrorPayload noStream(String operation) {
        boolean isKnown = handlers().findRequestHandler(operation).isPresent();
        return isKnown
                ? ErrorPayload.of(
                        StandardCodes.UNSUPPORTED,
                        "operation \"" + operation + "\" takes no stream; request it as a whole")
                : unknown(operation);
    }

    /** The error for a request without handler. */
    static ErrorPayload unknown(String operation) {
        return ErrorPayload.of(StandardCodes.UNKNOWN_OPERATION, "unknown operation \"" + operation + "\"");
    }

    private static OperationException thrown(ErrorPayload error) {
        return new OperationException(error.code(), error.text());
    }

    private Optional<InboundRequest> found(SingleRequest message, TraceContext caller) {
        Optional<RequestHandler> handler = requestHandler(message.operation());
        if (handler.isPresent()) {
            return Optional.of(new WholeRequest(
                    message, observed.handled(message.operation(), handler.get(), caller), peer, results));
        }
        return streamHandler(message.operation(), caller).map(inParts -> streams.whole(message, inParts));
    }

    private Optional<RequestHandler> requestHandler(String operation) {
        Optional<RequestHandler> ofTheEngine = reserved.find(operation);
        if (ofTheEngine.isPresent()) {
            return ofTheEngine;
        }
        Handlers handlers = handlers();
        Optional<RequestHandler> found = handlers.findRequestHandler(operation);
        return found.isPresent() && isClosed(handlers)
                ? Optional.of(RequestHandler.nonBlocking((sock, name, payload) -> refuse(operation)))
                : found;
    }

    private Optional<StreamHandler> streamHandler(String operation, TraceContext caller) {
        Handlers handlers = handlers();
        Optional<StreamHandler> found = handlers.findStreamHandler(operation);
        Optional<StreamHandler> permitted = found.isPresent() && isClosed(handlers)
                ? Optional.of((sock, request, result) -> refuse(operation))
                : found;
        return observed.isObserved()
                ? permitted.map(handler -> observed.handledInParts(operation, handler, caller))
                : permitted;
    }

    private Optional<NotificationHandler> notificationHandler(String name, TraceContext sender) {
        Handlers handlers = handlers();
        Optional<NotificationHandler> found = handlers.findNotificationHandler(name);
        if (found.isPresent() && isClosed(handlers)) {
            return Optional.of(NotificationHandler.nonBlocking((sock, sameName, payload) -> refusal(name)));
        }
        return observed.isObserved() ? found.map(handler -> observed.received(name, handler, sender)) : found;
    }

    private boolean isClosed(Handlers handlers) {
        return handlers.isAuthenticatedOnly() && peer.peer().identity().isEmpty();
    }

    private CompletionStage<byte[]> refuse(String operation) {
        throw new OperationException(StandardCodes.UNAUTHENTICATED, refusal(operation));
    }

    private String refusal(String name) {
        return AccessLog.refused(name, "wants a user who has signed in", "nobody", peer.id());
    }

    private Handlers handlers() {
        return peer.handlers();
    }

    /** A request whose handler is looked up when it runs. */
    private final class Early extends InboundRequest {

        private final SingleRequest message;
        private final TraceContext caller;
        private volatile @Nullable InboundRequest found;

        Early(SingleRequest message, TraceContext caller) {
            this.message = message;
            this.caller = caller;
        }

        @Override
        public RequestId id() {
            return message.id();
        }

        @Override
        public int size() {
            return message.payload().size();
        }

        @Override
        public boolean run(Completion completion) {
            InboundRequest request = found(message, caller).orElse(null);
            found = request;
            if (request == null) {
                results.error(message.id(), unknown(message.operation()));
                return true;
            }
            return isUnwanted() || request.run(ignored -> completion.completedLater(this));
        }

        @Override
        public void cancel(Executor executor) {
            super.cancel(executor);
            InboundRequest request = found;
            if (request != null) {
                request.cancel(executor);
            }
        }

        @Override
        public void abandon(Executor executor) {
            super.abandon(executor);
            InboundRequest request = found;
            if (request != null) {
                request.abandon(executor);
            }
        }

        @Override
        public int refuse(Duration delay, String reason) {
            return results.retry(message.id(), delay, reason);
        }
    }
}
