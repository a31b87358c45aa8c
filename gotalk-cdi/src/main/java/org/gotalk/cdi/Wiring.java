package org.gotalk.cdi;

import jakarta.enterprise.inject.spi.BeanContainer;
import org.gotalk.Handlers;
import org.gotalk.NotificationHandler;
import org.gotalk.RequestHandler;
import org.gotalk.StreamHandler;

/** Makes handlers of marked methods. */
final class Wiring {

    private final BeanContainer container;
    private final MessageContexts contexts;
    private final ArgumentChecks checks;
    private final ConnectionEnds ends = new ConnectionEnds();

    Wiring(BeanContainer container, MessageContexts contexts) {
        this.container = container;
        this.contexts = contexts;
        this.checks = ArgumentChecks.in(container);
    }

    void addTo(HandlerSets sets, BeanMethods methods) {
        methods.all().forEach(method -> add(sets.of(method.route()), method));
    }

    private void add(Handlers handlers, BeanMethod method) {
        switch (method.route().kind()) {
            case OPERATION -> addOperation(handlers, method);
            case NOTIFICATION -> addNotification(handlers, method);
        }
    }

    private void addOperation(Handlers handlers, BeanMethod method) {
        Invoker invoker = Invoker.of(method, checks);
        ResultType result = ResultType.of(method);
        OperationCalls calls = new OperationCalls(contexts, BeanReference.to(method, container), invoker);
        if (invoker.parameters().hasStream() || result.isStream() || result.isPublisher()) {
            addInParts(handlers, method.route(), calls.inParts(StreamAnswer.of(result, invoker.parameters(), ends)));
        } else {
            addWhole(inForm(handlers, method), method.route(), calls.whole(new PayloadAnswer(result)));
        }
    }

    private static void addInParts(Handlers handlers, Route route, StreamHandler handler) {
        if (route.isFallback()) {
            handlers.handleStreamFallback(handler);
        } else {
            handlers.handleStream(route.name(), handler);
        }
    }

    private static void addWhole(Handlers handlers, Route route, RequestHandler handler) {
        if (route.isFallback()) {
            handlers.handleFallback(handler);
        } else {
            handlers.handleBuffer(route.name(), handler);
        }
    }

    private void addNotification(Handlers handlers, BeanMethod method) {
        NotificationHandler handler =
                new NotificationCalls(contexts, BeanReference.to(method, container), Invoker.of(method, checks));
        if (method.route().isFallback()) {
            inForm(handlers, method).handleNotificationFallback(handler);
        } else {
            inForm(handlers, method).handleBufferNotification(method.route().name(), handler);
        }
    }

    private static Handlers inForm(Handlers handlers, BeanMethod method) {
        return method.method().isAnnotationPresent(NonBlocking.class) ? handlers.nonBlocking() : handlers;
    }
}
