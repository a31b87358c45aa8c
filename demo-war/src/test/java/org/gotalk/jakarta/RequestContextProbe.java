package org.gotalk.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.inject.Inject;
import org.gotalk.cdi.NonBlocking;
import org.gotalk.cdi.Operation;

/** Tells whether there is a request context. Nothing of it is request scoped. */
@ApplicationScoped
public class RequestContextProbe {

    @Inject
    BeanContainer container;

    @NonBlocking
    @Operation("request context")
    public boolean active() {
        try {
            return container.getContext(RequestScoped.class).isActive();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
