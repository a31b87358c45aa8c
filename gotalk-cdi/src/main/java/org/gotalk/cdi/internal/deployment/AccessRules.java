package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.lang.model.AnnotationTarget;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gotalk.cdi.internal.method.AccessMarks;
import org.gotalk.cdi.internal.method.AccessRule;
import org.gotalk.cdi.internal.method.AccessRule.Kind;
import org.gotalk.cdi.internal.method.MarkedMethod;

/** Who may call the marked methods: the roles of an application, and annotations that cannot be meant. */
final class AccessRules {

    private final Set<String> roles = new TreeSet<>();
    private final Set<String> problems = new TreeSet<>();

    /** Looks at a bean with its marked methods, which may be none. */
    void add(ClassInfo beanClass, Collection<MarkedMethod> methods) {
        roles.addAll(AccessMarks.declaredRoles(beanClass));
        methods.forEach(marked -> {
            roles.addAll(marked.access().roles());
            check(marked.toString(), marked.method());
            ClassInfo declaring = marked.method().declaringClass();
            check(declaring.name(), declaring);
        });
        if (!methods.isEmpty()) {
            check(beanClass.name(), beanClass);
        }
    }

    Set<String> roles() {
        return roles;
    }

    Collection<String> problems() {
        return problems;
    }

    private void check(String name, AnnotationTarget target) {
        List<AccessRule> rules = AccessMarks.rules(target);
        if (rules.size() > 1) {
            problems.add(name + " has "
                    + rules.stream().map(rule -> rule.kind().toString()).collect(Collectors.joining(" and "))
                    + "; keep one of them");
        }
        rules.stream()
                .filter(rule -> rule.kind() == Kind.ROLES && rule.roles().isEmpty())
                .forEach(rule -> problems.add(name + " has @RolesAllowed without a role; name one, or use @DenyAll"));
    }
}
