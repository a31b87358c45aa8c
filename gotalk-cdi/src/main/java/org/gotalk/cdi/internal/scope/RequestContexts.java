package org.gotalk.cdi.internal.scope;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends request contexts, if the application uses the request scope. A context costs a quarter of a small
 * request (docs/adr/0015). Controllers are reused, because creating one costs much more than using it; there are as
 * many as calls ever ran at once.
 */
final class RequestContexts {

    private final BeanContainer container;
    private final boolean areNeeded;
    private final Bean<?> controllerBean;
    private final Queue<RequestContextController> idle = new ConcurrentLinkedQueue<>();

    RequestContexts(BeanContainer container, RequestScopeUse use) {
        this.container = container;
        this.areNeeded = use.isIn(container);
        this.controllerBean = container.resolve(container.getBeans(RequestContextController.class));
    }

    /** Begins a request context on this thread; null if none is needed or one is active already. */
    @Nullable
    RequestContextController begin() {
        if (!areNeeded) {
            return null;
        }
        RequestContextController next = idle.poll();
        RequestContextController controller = next == null ? create() : next;
        if (controller.activate()) {
            return controller;
        }
        idle.add(controller);
        return null;
    }

    /** Ends the context begun on this thread. */
    void end(RequestContextController begun) {
        begun.deactivate();
        idle.add(begun);
    }

    private RequestContextController create() {
        CreationalContext<?> creation = container.createCreationalContext(controllerBean);
        return (RequestContextController)
                container.getReference(controllerBean, RequestContextController.class, creation);
    }
}
