package org.gotalk.cdi.internal.deployment;

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
import org.gotalk.cdi.internal.method.MarkedMethod;
import org.gotalk.cdi.internal.method.Route;

/** The marked methods of an application: which ones serve, and the problems of the others. */
final class BeanDiscovery {

    private final List<MarkedMethod> found = new ArrayList<>();
    private final SetNames sets = new SetNames();
    private final RemoteNames remotes = new RemoteNames();
    private final AccessRules access = new AccessRules();
    private final Set<String> specialized = new HashSet<>();

    void add(BeanInfo bean) {
        sets.add(bean);
        remotes.add(bean);
        if (!bean.isClassBean() || bean.isInterceptor()) {
            return;
        }
        List<MarkedMethod> marked = MarkedMethod.of(bean, SetNames.of(bean.qualifiers()));
        found.addAll(marked);
        access.add(bean.declaringClass(), marked);
        ClassInfo parent = bean.declaringClass().superClassDeclaration();
        if (parent != null && bean.declaringClass().hasAnnotation(Specializes.class)) {
            specialized.add(parent.name());
        }
    }

    /** The sets that the methods are in. */
    SetNames sets() {
        return sets;
    }

    /** The roles that methods ask for, and those that beans declare. */
    Set<String> roles() {
        return access.roles();
    }

    /** The remote peers that are injected. */
    RemoteNames remotes() {
        return remotes;
    }

    /** Without the specialized beans, which some containers report although they are disabled. */
    private Stream<MarkedMethod> enabled() {
        return found.stream()
                .filter(marked -> !specialized.contains(marked.beanClass().name()));
    }

    /** One method for each operation, notification and fallback of each set, sorted by name. */
    List<MarkedMethod> serving() {
        return byRoute().values().stream()
                .map(BeanDiscovery::chosen)
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
        problems.addAll(Visibility.problems(enabled(), Visibility::isVisibleHere));
        problems.addAll(access.problems());
        problems.addAll(sets.problems());
        problems.addAll(remotes.problems());
        return problems.isEmpty() ? Optional.empty() : Optional.of(numbered(problems));
    }

    private Map<String, List<MarkedMethod>> byRoute() {
        return enabled()
                .collect(Collectors.groupingBy(marked -> marked.route().key(), TreeMap::new, Collectors.toList()));
    }

    /** As at an injection point: alternatives before other beans, and of these the highest priority. */
    private static List<MarkedMethod> chosen(List<MarkedMethod> sameName) {
        List<MarkedMethod> alternatives = sameName.stream()
                .filter(marked -> marked.bean().isAlternative())
                .toList();
        if (alternatives.isEmpty()) {
            return sameName;
        }
        int highest =
                alternatives.stream().mapToInt(BeanDiscovery::priority).max().orElseThrow();
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
        return route + " is on " + all + "; " + (route.isFallback() ? "keep one" : "rename all but one")
                + ", or make one bean an @Alternative";
    }

    private static String numbered(List<String> problems) {
        StringBuilder text = new StringBuilder("Gotalk cannot serve this application:");
        for (int i = 0; i < problems.size(); i++) {
            text.append("\n ").append(i + 1).append(". ").append(problems.get(i));
        }
        return text.toString();
    }
}
