package org.gotalk.cdi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanBuilder;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.util.Set;

/**
 * Whether an application can tell that there is a request context. What its classes say is known at deployment. Beans that
 * come from the server (such as {@code HttpServletRequest}) and from other extensions are known at run time, when all are
 * there; they are always there, so they count only where somebody has them injected.
 *
 * @param certain whether the application has request scoped beans of its own, or observes the context itself
 * @param injected names of all types that are injected anywhere
 */
record RequestScopeUse(boolean certain, Set<String> injected) {

    private static final String CERTAIN = "certain";
    private static final String INJECTED = "injected";

    void pass(SyntheticBeanBuilder<?> bean) {
        bean.withParam(CERTAIN, certain).withParam(INJECTED, injected.toArray(String[]::new));
    }

    static RequestScopeUse passed(Parameters parameters) {
        return new RequestScopeUse(
                parameters.get(CERTAIN, Boolean.class), Set.of(parameters.get(INJECTED, String[].class)));
    }

    boolean isIn(BeanContainer container) {
        return certain
                || container.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .filter(bean -> bean.getScope() == RequestScoped.class)
                        .anyMatch(this::isInjected);
    }

    private boolean isInjected(Bean<?> bean) {
        return bean.getTypes().stream()
                .filter(type -> type != Object.class)
                .anyMatch(type -> injected.contains(GenericTypes.raw(type).getName()));
    }
}
