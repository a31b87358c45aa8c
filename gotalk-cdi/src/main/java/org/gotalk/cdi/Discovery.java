package org.gotalk.cdi;

import jakarta.enterprise.inject.Specializes;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The marked methods of an application: those that will serve, and what is wrong with the others. */
final class Discovery {

    private final List<MarkedMethod> found = new ArrayList<>();
    private final SetNames sets = new SetNames();
    private final RemoteNames remotes = new RemoteNames();
    private final Set<String> specialized = new HashSet<>();

    void add(BeanInfo bean) {
        sets.add(bean);
        remotes.add(bean);
        if (!bean.isClassBean() || bean.isInterceptor()) {
            return;
        }
        found.addAll(MarkedMethod.of(bean));
        ClassInfo parent = bean.declaringClass().superClassDeclaration();
        if (parent != null && bean.declaringClass().hasAnnotation(Specializes.class)) {
            specialized.add(parent.name());
        }
    }

    /** The sets that the methods are in. */
    SetNames sets() {
        return sets;
    }

    /** The remote peers that are injected. */
    RemoteNames remotes() {
        return remotes;
    }

    /** Some containers announce beans that another specializes, though these are not enabled. */
    private Stream<MarkedMethod> enabled() {
        return found.stream()
                .filter(marked -> !specialized.contains(marked.beanClass().name()));
    }

    /** One for each operation, notification and fallback of each set, in the order of their names. */
    List<MarkedMethod> serving() {
        return byRoute().values().stream()
                .map(Discovery::chosen)
                .filter(chosen -> chosen.size() == 1)
                .flatMap(List::stream)
                .toList();
    }

    /** All problems in one numbered report; empty if there are none. */
    Optional<String> report() {
        List<String> problems = new ArrayList<>();
        enabled()
                .sorted(Comparator.comparing(MarkedMethod::toString))
                .forEach(marked -> problems.addAll(MethodRules.problems(marked)));
        byRoute().forEach((route, methods) -> {
            if (chosen(methods).size() > 1) {
                problems.add(clash(chosen(methods)));
            }
        });
        problems.addAll(sets.problems());
        problems.addAll(remotes.problems());
        return problems.isEmpty() ? Optional.empty() : Optional.of(numbered(problems));
    }

    private Map<String, List<MarkedMethod>> byRoute() {
        return enabled()
                .collect(Collectors.groupingBy(marked -> marked.route().key(), TreeMap::new, Collectors.toList()));
    }

    /** As at an injection point, an alternative stands in for the others, and the one of highest priority for all. */
    private static List<MarkedMethod> chosen(List<MarkedMethod> sameName) {
        List<MarkedMethod> alternatives = sameName.stream()
                .filter(marked -> marked.bean().isAlternative())
                .toList();
        if (alternatives.isEmpty()) {
            return sameName;
        }
        int highest = alternatives.stream().mapToInt(Discovery::priority).max().orElseThrow();
        return alternatives.stream()
                .filter(marked -> priority(marked) == highest)
                .toList();
    }

    private static int priority(MarkedMethod marked) {
        Integer priority = marked.bean().priority();
        return priority == null ? Integer.MIN_VALUE : priority;
    }

    private static String clash(List<MarkedMethod> methods) {
        Route route = methods.get(0).route();
        String all = methods.stream().map(MarkedMethod::toString).sorted().collect(Collectors.joining(" and "));
        return route + " is on " + all + ", but each message goes to one method; "
                + (route.isFallback() ? "keep one" : "rename all but one") + ", or make one bean an @Alternative";
    }

    private static String numbered(List<String> problems) {
        StringBuilder text = new StringBuilder("Gotalk cannot serve this application, for ")
                .append(problems.size() == 1 ? "this reason:" : "these " + problems.size() + " reasons:");
        for (int i = 0; i < problems.size(); i++) {
            text.append("\n ").append(i + 1).append(". ").append(problems.get(i));
        }
        return text.toString();
    }
}
