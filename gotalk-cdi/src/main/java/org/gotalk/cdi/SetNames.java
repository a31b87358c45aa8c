package org.gotalk.cdi;

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

/** The handler sets of an application, as the extension sees them: those that beans are in, and those that are injected. */
final class SetNames {

    private final Set<String> known = new TreeSet<>();
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
            known.add(name);
        }
    }

    /** The name of the set that these qualifiers stand for. */
    static String of(Collection<AnnotationInfo> qualifiers) {
        return qualifiers.stream()
                .filter(SetNames::isSet)
                .map(qualifier -> qualifier.value().asString())
                .findFirst()
                .orElse(Route.DEFAULT_SET);
    }

    /** The names of all sets that beans are in. */
    Set<String> known() {
        return known;
    }

    /** Those that are injected too, known or not: what is unknown shall be reported by us, not by the container. */
    Set<String> injectable() {
        return Stream.concat(known.stream(), injected.values().stream())
                .filter(name -> !name.equals(Route.DEFAULT_SET))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        nameless.forEach(bean -> problems.add(bean + " is in a @HandlerSet without a name; give it one, or remove it"));
        injected.forEach((place, name) -> {
            if (!name.equals(Route.DEFAULT_SET) && !known.contains(name)) {
                problems.add(place + " takes " + unknown(name, known));
            }
        });
        return problems;
    }

    /** What is wrong with a name. */
    static String unknown(String name, Collection<String> known) {
        String others = known.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", "));
        return "the handler set \"" + name + "\", but no bean has @HandlerSet(\"" + name + "\"); "
                + (others.isEmpty() ? "there is no set with a name" : "the sets are " + others);
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
