package org.gotalk.cdi;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A method of a bean that is marked {@link Operation} or {@link Notification}, as the extension sees it.
 *
 * @param route what it serves
 */
record MarkedMethod(Route route, MethodInfo method, BeanInfo bean) {

    private static final String FALLBACK = "fallback";

    /** Those of a bean. */
    static List<MarkedMethod> of(BeanInfo bean) {
        ClassInfo beanClass = bean.declaringClass();
        Collection<MethodInfo> marked =
                beanClass.methods().stream().filter(MarkedMethod::isMarked).toList();
        if (marked.isEmpty()) {
            return List.of();
        }
        Lineage lineage = new Lineage(beanClass);
        return marked.stream()
                .filter(method -> !lineage.overrides(method))
                .flatMap(method -> Arrays.stream(MethodKind.values())
                        .filter(kind -> method.hasAnnotation(kind.mark()))
                        .map(kind -> new MarkedMethod(route(bean, method, kind), method, bean)))
                .toList();
    }

    MethodKind kind() {
        return route.kind();
    }

    AnnotationInfo mark() {
        return mark(method, kind());
    }

    /** The name that the mark gives; empty if it gives none. */
    String givenName() {
        return givenName(mark());
    }

    ClassInfo beanClass() {
        return bean.declaringClass();
    }

    boolean isInherited() {
        return !method.declaringClass().name().equals(beanClass().name());
    }

    /** How reports name it: {@code org.example.Greeter.greet(Person)}. */
    @Override
    public String toString() {
        String text = beanClass().name() + "." + Signature.readable(method);
        return isInherited() ? text + " of " + method.declaringClass().name() : text;
    }

    private static boolean isMarked(MethodInfo method) {
        return Arrays.stream(MethodKind.values()).anyMatch(kind -> method.hasAnnotation(kind.mark()));
    }

    private static Route route(BeanInfo bean, MethodInfo method, MethodKind kind) {
        AnnotationInfo mark = mark(method, kind);
        boolean isFallback = mark.hasMember(FALLBACK) && mark.member(FALLBACK).asBoolean();
        String given = isFallback ? "" : givenName(mark);
        return new Route(kind, SetNames.of(bean.qualifiers()), given.isEmpty() ? method.name() : given, isFallback);
    }

    private static AnnotationInfo mark(MethodInfo method, MethodKind kind) {
        return method.annotation(kind.mark());
    }

    private static String givenName(AnnotationInfo mark) {
        return mark.hasValue() ? mark.value().asString() : "";
    }
}
