package org.gotalk.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends request contexts, if the application can tell. A context costs a quarter of all that a small request
 * costs, so it is not begun for nothing (docs/adr/0015). Controllers are used again, as making one is much dearer than
 * using it; there are as many as calls ever ran at once.
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

    /** Begins a request context on this thread; null if none is needed, or one is there already. */
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

    /** Ends what was begun on this thread. */
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
