package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.Optional;
import org.gotalk.Handlers;
import org.gotalk.NotificationHandler;
import org.gotalk.OperationException;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.StreamHandler;
import org.gotalk.internal.engine.inbound.InboundRequest;
import org.gotalk.internal.engine.inbound.RequestQueue;
import org.gotalk.internal.engine.inbound.ResultSender;
import org.gotalk.internal.engine.inbound.WholeRequest;
import org.gotalk.internal.engine.streams.InboundStreams;
import org.gotalk.internal.wire.SingleRequest;

/**
 * Finds who handles what the peer sends: among the handlers in force when it arrives.
 *
 * <p>What comes right behind the handshake may be here before the application was told of the connection, and it is then
 * that an application chooses the handlers of a peer. Such early messages are accepted unseen, and their handlers looked
 * for when the application knows.
 */
final class HandlerLookup {

    private final Sock peer;
    private final ResultSender answers;
    private final InboundStreams streams;
    private final RequestQueue requests;

    HandlerLookup(Sock peer, ResultSender answers, InboundStreams streams, RequestQueue requests) {
        this.peer = peer;
        this.answers = answers;
        this.streams = streams;
        this.requests = requests;
    }

    /** The request with its handler; none for an operation that is unknown. */
    Optional<InboundRequest> request(SingleRequest message) {
        return requests.isOpen() ? found(message) : Optional.of(new Early(message));
    }

    /** The handler of a request in parts; none where the operation is unknown or takes its requests as a whole. */
    Optional<StreamHandler> stream(String operation) {
        if (requests.isOpen()) {
            return handlers().findStreamHandler(operation);
        }
        return Optional.of((sock, request, result) -> handlers()
                .findStreamHandler(operation)
                .orElseThrow(() -> new OperationException(noStream(operation)))
                .handle(sock, request, result));
    }

    /** The handler of a notification; none where nobody wants to know. */
    Optional<NotificationHandler> notification(String name) {
        if (requests.isOpen()) {
            return handlers().findNotificationHandler(name);
        }
        return Optional.of((sock, sameName, payload) -> {
            Optional<NotificationHandler> found = handlers().findNotificationHandler(name);
            if (found.isPresent()) {
                found.get().handle(sock, name, payload);
            }
        });
    }

    /** Why a request in parts has no handler. */
    String noStream(String operation) {
        boolean isKnown = handlers().findRequestHandler(operation).isPresent();
        return isKnown ? "operation \"" + operation + "\" takes no stream; request it as a whole" : unknown(operation);
    }

    /** Why a request has no handler. */
    static String unknown(String operation) {
        return "unknown operation \"" + operation + "\"";
    }

    private Optional<InboundRequest> found(SingleRequest message) {
        Optional<RequestHandler> handler = handlers().findRequestHandler(message.operation());
        if (handler.isPresent()) {
            return Optional.of(new WholeRequest(message, handler.get(), peer, answers));
        }
        return handlers().findStreamHandler(message.operation()).map(inParts -> streams.whole(message, inParts));
    }

    private Handlers handlers() {
        return peer.handlers();
    }

    /** A request whose handler is looked for when it runs. */
    private final class Early implements InboundRequest {

        private final SingleRequest message;

        Early(SingleRequest message) {
            this.message = message;
        }

        @Override
        public int size() {
            return message.payload().size();
        }

        @Override
        public boolean run(Runnable overLater) {
            Optional<InboundRequest> found = found(message);
            if (found.isPresent()) {
                return found.get().run(overLater);
            }
            answers.error(message.id(), unknown(message.operation()));
            return true;
        }

        @Override
        public int refuse(Duration delay, String reason) {
            return answers.retry(message.id(), delay, reason);
        }
    }
}
