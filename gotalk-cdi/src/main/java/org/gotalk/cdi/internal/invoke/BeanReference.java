package org.gotalk.cdi.internal.invoke;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.cdi.internal.method.BeanMethod;
import org.jspecify.annotations.Nullable;

/** Looks up the bean of a method, as a contextual reference, so that interceptors and decorators apply. */
@FunctionalInterface
interface BeanReference {

    /** The instance for one call, to be closed after it. */
    Use use();

    /** An instance in use by a call. */
    record Use(Object instance, @Nullable CreationalContext<?> creation) implements AutoCloseable {
        /** An instance that the call does not destroy. */
        static Use lasting(Object instance) {
            return new Use(instance, null);
        }

        /** A stage with the same result; this is closed before it completes, unless others complete it. */
        <T> CompletionStage<T> closedAfter(CompletionStage<T> stage) {
            if (creation == null) {
                return stage;
            }
            CompletableFuture<T> closed = new CompletableFuture<>();
            stage.whenComplete((result, failure) -> { // runs even if the returned stage is cancelled
                close();
                if (failure == null) {
                    closed.complete(result);
                } else {
                    closed.completeExceptionally(failure);
                }
            });
            return closed;
        }

        @Override
        public void close() {
            if (creation != null) {
                creation.release();
            }
        }
    }

    /**
     * The cheapest lookup that the bean's scope allows. A dependent bean is created for each call and destroyed after
     * it. For other scopes each call asks the context for the instance, as a client proxy does; the instance has
     * interceptors and decorators. (Measured with Weld: 35 ns a call, no allocation; 75 ns and 168 bytes through the
     * proxy; 60 ns and 450 bytes more for a singleton looked up as by injection points.)
     */
    static BeanReference to(BeanMethod method, BeanContainer container) {
        Bean<?> bean = find(method, container);
        if (bean.getScope().equals(Dependent.class)) {
            return () -> {
                CreationalContext<?> creation = container.createCreationalContext(bean);
                return new Use(reference(container, bean, method, creation), creation);
            };
        }
        BeanReference first = maker(bean, method, container);
        return () -> {
            Object instance = container.getContext(bean.getScope()).get(bean);
            return instance == null ? first.use() : Use.lasting(instance);
        };
    }

    /** Creates an instance if the context has none; for request scoped beans in each call. */
    private static BeanReference maker(Bean<?> bean, BeanMethod method, BeanContainer container) {
        if (container.isNormalScope(bean.getScope())) {
            Use proxy = Use.lasting(reference(container, bean, method, container.createCreationalContext(bean)));
            return () -> proxy;
        }
        return () -> Use.lasting(reference(container, bean, method, container.createCreationalContext(bean)));
    }

    private static Object reference(
            BeanContainer container, Bean<?> bean, BeanMethod method, CreationalContext<?> creation) {
        return container.getReference(bean, method.beanClass(), creation);
    }

    /** The bean of the class, not its producers and not its subclasses. */
    private static Bean<?> find(BeanMethod method, BeanContainer container) {
        Annotation[] qualifiers = method.qualifiers().toArray(Annotation[]::new);
        List<Bean<?>> candidates = container.getBeans(method.beanClass(), qualifiers).stream()
                .filter(bean -> bean.getBeanClass() == method.beanClass())
                .filter(bean -> bean.getQualifiers().equals(method.qualifiers()))
                .toList();
        if (candidates.size() != 1) {
            throw new IllegalStateException(method + " cannot be served: its class has " + candidates.size()
                    + " beans instead of one; the class may be in two archives,"
                    + " or not visible to the archive of gotalk-cdi");
        }
        return candidates.get(0);
    }
}
