package org.gotalk.cdi;

import jakarta.enterprise.lang.model.declarations.MethodInfo;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.gotalk.Names;

/** What a marked method must be like. Each broken rule is a sentence that names what is wrong and what to do. */
final class MethodRules {

    private final MarkedMethod marked;
    private final MethodInfo method;
    private final List<String> problems = new ArrayList<>();

    private MethodRules(MarkedMethod marked) {
        this.marked = marked;
        this.method = marked.method();
    }

    /** The problems of one method; none is fine. */
    static List<String> problems(MarkedMethod marked) {
        MethodRules rules = new MethodRules(marked);
        rules.checkName();
        rules.checkMarks();
        rules.checkNonBlocking();
        rules.checkModifiers();
        rules.checkReachable();
        ParameterRules.check(marked, rules::problem);
        ResultRules.check(marked, rules::problem);
        return rules.problems;
    }

    private void checkName() {
        if (marked.route().isFallback()) {
            if (!marked.givenName().isEmpty()) {
                problem("is a fallback, which has no name; remove \"" + marked.givenName() + "\", or fallback = true");
            }
            return;
        }
        try {
            Names.checked(marked.route().name());
        } catch (IllegalArgumentException e) {
            problems.add(marked + ": " + e.getMessage() + "; give it another with " + marked.kind() + "(\"…\")");
        }
    }

    private void checkMarks() {
        if (marked.kind() == MethodKind.OPERATION && method.hasAnnotation(Notification.class)) {
            problem("is marked both @Operation and @Notification; use a method for each");
        }
    }

    private void checkNonBlocking() {
        if (method.hasAnnotation(NonBlocking.class) && isInParts()) {
            problem("takes or answers parts, which may have to be waited for; remove @NonBlocking");
        }
    }

    private boolean isInParts() {
        return ParameterRules.roles(marked).stream().anyMatch(role -> role.isIn() || role.isOut())
                || LanguageTypes.isA(method.returnType(), Stream.class)
                || LanguageTypes.isA(method.returnType(), Flow.Publisher.class);
    }

    private void checkModifiers() {
        if (has(Modifier.STATIC)) {
            problem("is static, but it is called on a bean; remove static");
        }
        if (has(Modifier.PRIVATE)) {
            problem("is private, which the container cannot call; make it package-private or public");
        }
        if (has(Modifier.FINAL)) {
            problem("is final, which keeps proxies and interceptors out; remove final");
        }
    }

    private void checkReachable() {
        String beanClass = marked.beanClass().name();
        if (marked.bean().types().stream()
                .noneMatch(type -> Signature.erased(type).equals(beanClass))) {
            problem("cannot be called, as the bean does not have its class among its types; add "
                    + marked.beanClass().simpleName() + ".class to @Typed, or @LocalBean to a session bean");
        }
        if (!has(Modifier.PRIVATE) && !Lineage.isVisible(method, marked.beanClass())) {
            problem("is package-private in another package than the bean's class; make it protected or public");
        }
    }

    private boolean has(int modifier) {
        return (method.modifiers() & modifier) != 0;
    }

    private void problem(String text) {
        problems.add(marked + " " + text);
    }
}
