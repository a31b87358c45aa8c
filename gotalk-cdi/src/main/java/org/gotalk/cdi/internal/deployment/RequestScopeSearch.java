package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.util.Set;
import java.util.TreeSet;
import org.gotalk.cdi.internal.method.Signature;
import org.gotalk.cdi.internal.scope.RequestScopeUse;

/** Finds out how an application uses the request scope. */
final class RequestScopeSearch {

    private static final Set<String> EVENTS =
            Set.of(Initialized.class.getName(), BeforeDestroyed.class.getName(), Destroyed.class.getName());

    private final Set<String> injected = new TreeSet<>();
    private boolean certain;

    void add(BeanInfo bean) {
        certain |= isOfApplication(bean) && bean.scope().name().equals(RequestScoped.class.getName());
        bean.injectionPoints().forEach(point -> addType(point.type()));
        if (bean.disposer() != null) {
            addParameters(bean.disposer().disposerMethod());
        }
    }

    void add(ObserverInfo observer) {
        certain |= observer.qualifiers().stream().anyMatch(RequestScopeSearch::isOfRequest);
        if (!observer.isSynthetic()) {
            addParameters(observer.observerMethod());
        }
    }

    RequestScopeUse found() {
        return new RequestScopeUse(certain, injected);
    }

    /** Some containers also report beans of their own. */
    private static boolean isOfApplication(BeanInfo bean) {
        return bean.isClassBean() || bean.isProducerMethod() || bean.isProducerField();
    }

    private static boolean isOfRequest(AnnotationInfo qualifier) {
        return EVENTS.contains(qualifier.name())
                && Signature.erased(qualifier.value().asType()).equals(RequestScoped.class.getName());
    }

    /** Includes the event or the disposed object, which is one type too many and does no harm. */
    private void addParameters(MethodInfo method) {
        method.parameters().forEach(parameter -> addType(parameter.type()));
    }

    /** Includes type arguments, because an {@code Instance} or {@code Provider} returns them. */
    private void addType(Type type) {
        injected.add(Signature.erased(type));
        if (type.isParameterizedType()) {
            type.asParameterizedType().typeArguments().stream()
                    .filter(argument -> !argument.isWildcardType())
                    .forEach(this::addType);
        }
    }
}
