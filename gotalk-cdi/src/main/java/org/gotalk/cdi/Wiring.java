package org.gotalk.cdi;

import jakarta.enterprise.inject.spi.BeanContainer;
import org.gotalk.Handlers;

/** Makes handlers of marked methods. */
final class Wiring {

    private final BeanContainer container;
    private final MessageContexts contexts;
    private final ArgumentChecks checks;

    Wiring(BeanContainer container, MessageContexts contexts) {
        this.container = container;
        this.contexts = contexts;
        this.checks = ArgumentChecks.in(container);
    }

    Handlers handlers() {
        BeanMethods methods =
                container.createInstance().select(BeanMethods.class).get();
        Handlers handlers = Handlers.create();
        methods.of(MethodKind.OPERATION).forEach(method -> handlers.handleBuffer(method.name(), operation(method)));
        methods.of(MethodKind.NOTIFICATION)
                .forEach(method -> handlers.handleBufferNotification(method.name(), notification(method)));
        return handlers;
    }

    private OperationCalls operation(BeanMethod method) {
        return new OperationCalls(
                contexts, BeanReference.to(method, container), Invoker.of(method, checks), ResultType.of(method));
    }

    private NotificationCalls notification(BeanMethod method) {
        return new NotificationCalls(contexts, BeanReference.to(method, container), Invoker.of(method, checks));
    }
}
