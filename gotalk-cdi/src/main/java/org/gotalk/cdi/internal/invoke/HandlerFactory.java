package org.gotalk.cdi.internal.invoke;

import jakarta.enterprise.inject.spi.BeanContainer;
import java.util.List;
import org.gotalk.Handlers;
import org.gotalk.NotificationHandler;
import org.gotalk.RequestHandler;
import org.gotalk.StreamHandler;
import org.gotalk.cdi.NonBlocking;
import org.gotalk.cdi.internal.invoke.argument.ArgumentChecks;
import org.gotalk.cdi.internal.invoke.result.CloseListeners;
import org.gotalk.cdi.internal.invoke.result.OperationResult;
import org.gotalk.cdi.internal.invoke.result.ResultType;
import org.gotalk.cdi.internal.method.BeanMethod;
import org.gotalk.cdi.internal.method.Route;
import org.gotalk.cdi.internal.scope.MessageContexts;

/** Creates the handlers of marked methods. */
final class HandlerFactory {

    private final BeanContainer container;
    private final MessageContexts contexts;
    private final ArgumentChecks checks;
    private final CloseListeners closeListeners = new CloseListeners();

    HandlerFactory(BeanContainer container, MessageContexts contexts) {
        this.container = container;
        this.contexts = contexts;
        this.checks = ArgumentChecks.in(container);
    }

    void addTo(BeanHandlers handlers, List<BeanMethod> methods) {
        methods.forEach(method -> add(handlers.of(method.route()), method));
    }

    private void add(Handlers handlers, BeanMethod method) {
        switch (method.route().kind()) {
            case OPERATION -> addOperation(handlers, method);
            case NOTIFICATION -> addNotification(handlers, method);
        }
    }

    private void addOperation(Handlers handlers, BeanMethod method) {
        Invoker invoker = Invoker.of(method, checks);
        OperationResult result = OperationResult.of(ResultType.of(method), invoker.parameters(), closeListeners);
        OperationCalls calls = new OperationCalls(
                new AccessCheck(method.access()), contexts, BeanReference.to(method, container), invoker, result);
        if (invoker.parameters().hasStream() || result.returnsParts()) {
            addInParts(handlers, method.route(), calls::inParts);
        } else {
            addSingle(onThread(handlers, method), method.route(), calls);
        }
    }

    private static void addInParts(Handlers handlers, Route route, StreamHandler handler) {
        if (route.isFallback()) {
            handlers.handleStreamFallback(handler);
        } else {
            handlers.handleStream(route.name(), handler);
        }
    }

    private static void addSingle(Handlers handlers, Route route, RequestHandler handler) {
        if (route.isFallback()) {
            handlers.handleFallback(handler);
        } else {
            handlers.handleBuffer(route.name(), handler);
        }
    }

    private void addNotification(Handlers handlers, BeanMethod method) {
        NotificationHandler handler = new NotificationCalls(
                new AccessCheck(method.access()),
                contexts,
                BeanReference.to(method, container),
                Invoker.of(method, checks));
        if (method.route().isFallback()) {
            onThread(handlers, method).handleNotificationFallback(handler);
        } else {
            onThread(handlers, method).handleBufferNotification(method.route().name(), handler);
        }
    }

    /** The same handlers, called on the thread that the method allows. */
    private static Handlers onThread(Handlers handlers, BeanMethod method) {
        return method.method().isAnnotationPresent(NonBlocking.class) ? handlers.nonBlocking() : handlers;
    }
}
