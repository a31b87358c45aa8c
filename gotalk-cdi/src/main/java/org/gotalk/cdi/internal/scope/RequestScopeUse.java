package org.gotalk.cdi.internal.scope;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanBuilder;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;

/**
 * Whether an application uses the request scope. Its own classes are known at deployment. Beans of the server (such as
 * {@code HttpServletRequest}) and of other extensions are known at run time; they always exist, so they count only if
 * they are injected.
 *
 * @param certain whether the application has request scoped beans, or observes the context
 * @param injected the names of all injected types
 */
public record RequestScopeUse(boolean certain, Set<String> injected) {

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
                .anyMatch(type -> injected.contains(raw(type).getTypeName()));
    }

    private static Type raw(Type type) {
        return type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    }
}
