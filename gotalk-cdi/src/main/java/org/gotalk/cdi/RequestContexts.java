package org.gotalk.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Begins and ends request contexts. Controllers are used again, as making one is much dearer than using it; there are
 * as many as calls ever ran at once.
 */
final class RequestContexts {

    private final BeanContainer container;
    private final Bean<?> controllerBean;
    private final Queue<RequestContextController> idle = new ConcurrentLinkedQueue<>();

    RequestContexts(BeanContainer container) {
        this.container = container;
        this.controllerBean = container.resolve(container.getBeans(RequestContextController.class));
    }

    /** Begins a request context on this thread, unless one is there already. */
    Runnable begin() {
        RequestContextController next = idle.poll();
        RequestContextController controller = next == null ? create() : next;
        boolean begun = controller.activate();
        return () -> {
            if (begun) {
                controller.deactivate();
            }
            idle.add(controller);
        };
    }

    private RequestContextController create() {
        CreationalContext<?> creation = container.createCreationalContext(controllerBean);
        return (RequestContextController)
                container.getReference(controllerBean, RequestContextController.class, creation);
    }
}
