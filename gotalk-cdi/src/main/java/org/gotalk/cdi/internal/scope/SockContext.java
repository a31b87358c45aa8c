package org.gotalk.cdi.internal.scope;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import org.gotalk.cdi.SockScoped;
import org.jspecify.annotations.Nullable;

/** The context of {@link SockScoped}. Created and called by the container only. */
public final class SockContext implements AlterableContext {

    /** For the container. */
    public SockContext() {}

    @Override
    public Class<? extends Annotation> getScope() {
        return SockScoped.class;
    }

    @Override
    public <T> T get(Contextual<T> contextual, CreationalContext<T> creationalContext) {
        return active().findOrCreate(contextual, creationalContext);
    }

    @Override
    public <T> @Nullable T get(Contextual<T> contextual) {
        return active().find(contextual);
    }

    @Override
    public boolean isActive() {
        return ActiveScope.get() != null;
    }

    @Override
    public void destroy(Contextual<?> contextual) {
        active().destroy(contextual);
    }

    private static SockScope active() {
        SockScope active = ActiveScope.get();
        if (active == null) {
            throw new ContextNotActiveException("this thread handles no message,"
                    + " so there is no connection whose @SockScoped beans could be used");
        }
        return active;
    }
}
