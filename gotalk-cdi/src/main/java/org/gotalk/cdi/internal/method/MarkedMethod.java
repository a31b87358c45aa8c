package org.gotalk.cdi.internal.method;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;

/** A method of a bean that is marked {@link Operation} or {@link Notification}, as the extension sees it. */
public record MarkedMethod(Route route, AccessRule access, MethodInfo method, BeanInfo bean) {

    private static final String FALLBACK = "fallback";

    /** The marked methods of a bean, which is in a set. */
    public static List<MarkedMethod> of(BeanInfo bean, String set) {
        ClassInfo beanClass = bean.declaringClass();
        Collection<MethodInfo> marked =
                beanClass.methods().stream().filter(MarkedMethod::isMarked).toList();
        if (marked.isEmpty()) {
            return List.of();
        }
        ClassHierarchy hierarchy = new ClassHierarchy(beanClass);
        return marked.stream()
                .filter(method -> !hierarchy.overrides(method))
                .flatMap(method -> Arrays.stream(MethodKind.values())
                        .filter(kind -> method.hasAnnotation(kind.mark()))
                        .map(kind -> new MarkedMethod(
                                route(set, method, kind), AccessMarks.rule(method, beanClass), method, bean)))
                .toList();
    }

    /** What it handles. */
    public MethodKind kind() {
        return route.kind();
    }

    /** The name in the annotation; empty if it has none. */
    public String givenName() {
        return givenName(mark(method, kind()));
    }

    /** The class of the bean. */
    public ClassInfo beanClass() {
        return bean.declaringClass();
    }

    /** Whether code of the bean's class can see the method. */
    public boolean isVisible() {
        return ClassHierarchy.isVisible(method, beanClass());
    }

    private boolean isInherited() {
        return !method.declaringClass().name().equals(beanClass().name());
    }

    /** For reports: {@code org.example.Greeter.greet(Person)}. */
    @Override
    public String toString() {
        String text = beanClass().name() + "." + Signature.readable(method);
        return isInherited() ? text + " of " + method.declaringClass().name() : text;
    }

    private static boolean isMarked(MethodInfo method) {
        return Arrays.stream(MethodKind.values()).anyMatch(kind -> method.hasAnnotation(kind.mark()));
    }

    private static Route route(String set, MethodInfo method, MethodKind kind) {
        AnnotationInfo mark = mark(method, kind);
        boolean isFallback = mark.hasMember(FALLBACK) && mark.member(FALLBACK).asBoolean();
        String given = isFallback ? "" : givenName(mark);
        return new Route(kind, set, given.isEmpty() ? method.name() : given, isFallback);
    }

    private static AnnotationInfo mark(MethodInfo method, MethodKind kind) {
        return method.annotation(kind.mark());
    }

    private static String givenName(AnnotationInfo mark) {
        return mark.hasValue() ? mark.value().asString() : "";
    }
}
