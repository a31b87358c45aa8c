package org.gotalk.cdi;

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

/** Looks at a deployment for what a {@link RequestScopeUse} is made of. */
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

    /** Some containers announce beans of their own, too. */
    private static boolean isOfApplication(BeanInfo bean) {
        return bean.isClassBean() || bean.isProducerMethod() || bean.isProducerField();
    }

    private static boolean isOfRequest(AnnotationInfo qualifier) {
        return EVENTS.contains(qualifier.name())
                && Signature.erased(qualifier.value().asType()).equals(RequestScoped.class.getName());
    }

    /** Their own subject among them, be it an event or what is disposed of: one type too many does no harm. */
    private void addParameters(MethodInfo method) {
        method.parameters().forEach(parameter -> addType(parameter.type()));
    }

    /** With its type arguments, for an {@code Instance} or {@code Provider} of something hands that out. */
    private void addType(Type type) {
        injected.add(Signature.erased(type));
        if (type.isParameterizedType()) {
            type.asParameterizedType().typeArguments().stream()
                    .filter(argument -> !argument.isWildcardType())
                    .forEach(this::addType);
        }
    }
}
