package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import jakarta.enterprise.lang.model.AnnotationInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gotalk.Handlers;
import org.gotalk.cdi.HandlerSet;
import org.gotalk.cdi.internal.method.NamedSet;
import org.gotalk.cdi.internal.method.Route;
import org.gotalk.cdi.internal.method.Signature;

/** The handler sets of an application: those with beans, and those that are injected. */
final class SetNames {

    private final Map<String, NamedSet> known = new TreeMap<>();
    private final Map<String, String> injected = new TreeMap<>();
    private final List<String> nameless = new ArrayList<>();

    void add(BeanInfo bean) {
        bean.injectionPoints().stream()
                .filter(SetNames::takesHandlers)
                .forEach(point -> injected.put(InjectionPlace.of(point.declaration()), of(point.qualifiers())));
        if (!bean.isClassBean() || !isInSet(bean.qualifiers())) {
            return;
        }
        String name = of(bean.qualifiers());
        if (name.isBlank()) {
            nameless.add(bean.declaringClass().name());
        } else {
            known.merge(name, set(bean), NamedSet::and);
        }
    }

    /** The name of the set that a bean with these qualifiers is in. */
    static String of(Collection<AnnotationInfo> qualifiers) {
        return qualifiers.stream()
                .filter(SetNames::isSet)
                .map(qualifier -> qualifier.value().asString())
                .findFirst()
                .orElse(Route.DEFAULT_SET);
    }

    /** The sets with beans, by name. */
    Map<String, NamedSet> known() {
        return known;
    }

    /** The names of all sets, also of unknown ones that are injected: this module reports them, not the container. */
    Set<String> injectable() {
        return Stream.concat(known.keySet().stream(), injected.values().stream())
                .filter(name -> !name.equals(Route.DEFAULT_SET))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        nameless.forEach(bean -> problems.add(bean + " has a @HandlerSet without a name; name it, or remove it"));
        injected.forEach((place, name) -> {
            if (!name.equals(Route.DEFAULT_SET) && !known.containsKey(name)) {
                problems.add(place + " injects @HandlerSet(\"" + name + "\"), which no bean has; "
                        + Route.sets(known.keySet()));
            }
        });
        return problems;
    }

    private static NamedSet set(BeanInfo bean) {
        return bean.qualifiers().stream()
                .filter(SetNames::isSet)
                .map(mark ->
                        new NamedSet(mark.value().asString(), says(mark, "overDefault"), says(mark, "authenticated")))
                .findFirst()
                .orElseThrow();
    }

    private static boolean says(AnnotationInfo mark, String member) {
        return mark.hasMember(member) && mark.member(member).asBoolean();
    }

    private static boolean takesHandlers(InjectionPointInfo point) {
        return Signature.erased(point.type()).equals(Handlers.class.getName()) && isInSet(point.qualifiers());
    }

    private static boolean isInSet(Collection<AnnotationInfo> qualifiers) {
        return qualifiers.stream().anyMatch(SetNames::isSet);
    }

    private static boolean isSet(AnnotationInfo qualifier) {
        return qualifier.name().equals(HandlerSet.class.getName());
    }
}
