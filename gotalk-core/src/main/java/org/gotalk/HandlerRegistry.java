package org.gotalk;

import java.util.Optional;

/** The handlers of a set by name, and its fallbacks, in front of those of the set that it extends. Thread-safe. */
record HandlerRegistry(
        NamedHandlers<OperationHandler> operations,
        NamedHandlers<NotificationHandler> notifications,
        Fallbacks fallbacks) {

    /** Without handlers. */
    HandlerRegistry() {
        this(new NamedHandlers<>("operation", null), new NamedHandlers<>("notification", null), new Fallbacks(null));
    }

    /** A registry that extends this one. */
    HandlerRegistry overlay() {
        return new HandlerRegistry(operations.overlay(), notifications.overlay(), new Fallbacks(fallbacks));
    }

    Optional<RequestHandler> request(String operation) {
        OperationHandler found = operations.find(operation);
        if (found != null) {
            return found.single();
        }
        return Names.isReserved(operation) ? Optional.empty() : fallbacks.request();
    }

    Optional<StreamHandler> stream(String operation) {
        OperationHandler found = operations.find(operation);
        if (found != null) {
            return found.stream();
        }
        return Names.isReserved(operation) ? Optional.empty() : fallbacks.stream();
    }

    Optional<NotificationHandler> notification(String name) {
        NotificationHandler found = notifications.find(name);
        if (found != null) {
            return Optional.of(found);
        }
        return Names.isReserved(name) ? Optional.empty() : fallbacks.notification();
    }

    /** The handler of an operation, of either kind. */
    record OperationHandler(Optional<RequestHandler> single, Optional<StreamHandler> stream) {

        OperationHandler(RequestHandler single) {
            this(Optional.of(single), Optional.empty());
        }

        OperationHandler(StreamHandler stream) {
            this(Optional.empty(), Optional.of(stream));
        }
    }
}
