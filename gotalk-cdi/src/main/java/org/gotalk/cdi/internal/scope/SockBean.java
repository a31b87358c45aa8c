package org.gotalk.cdi.internal.scope;

import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;

/** An instance of a bean, and what destroys it. */
record SockBean<T>(Contextual<T> contextual, CreationalContext<T> context, T instance) {

    static <T> SockBean<T> create(Contextual<T> contextual, CreationalContext<T> context) {
        return new SockBean<>(contextual, context, contextual.create(context));
    }

    /** The instance, typed by its bean. */
    @SuppressWarnings("unchecked")
    <B> B of(Contextual<B> same) {
        if (!same.equals(contextual)) {
            throw new IllegalArgumentException(same + " is not " + contextual);
        }
        return (B) instance;
    }

    void destroy() {
        contextual.destroy(instance, context);
    }
}
