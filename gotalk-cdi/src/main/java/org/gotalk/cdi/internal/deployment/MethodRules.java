package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.lang.model.declarations.MethodInfo;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.gotalk.Names;
import org.gotalk.cdi.NonBlocking;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.internal.method.MarkedMethod;
import org.gotalk.cdi.internal.method.MethodKind;
import org.gotalk.cdi.internal.method.Signature;

/** The rules for marked methods. A problem says what is wrong, and what to do. */
final class MethodRules {

    private final MarkedMethod marked;
    private final MethodInfo method;
    private final List<String> problems = new ArrayList<>();

    private MethodRules(MarkedMethod marked) {
        this.marked = marked;
        this.method = marked.method();
    }

    /** The problems of a method. */
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
                problem("is a fallback with the name \"" + marked.givenName() + "\"; remove one of the two");
            }
            return;
        }
        try {
            Names.checked(marked.route().name());
        } catch (IllegalArgumentException e) {
            problems.add(marked + ": " + e.getMessage() + "; set another name with " + marked.kind() + "(\"…\")");
        }
    }

    private void checkMarks() {
        if (marked.kind() == MethodKind.OPERATION && method.hasAnnotation(Notification.class)) {
            problem("is both @Operation and @Notification; write a method for each");
        }
    }

    private void checkNonBlocking() {
        if (method.hasAnnotation(NonBlocking.class) && isInParts()) {
            problem("works in parts, which may block; remove @NonBlocking");
        }
    }

    private boolean isInParts() {
        return ParameterRules.roles(marked).stream().anyMatch(role -> role.isIn() || role.isOut())
                || LanguageTypes.isA(method.returnType(), Stream.class)
                || LanguageTypes.isA(method.returnType(), Flow.Publisher.class);
    }

    private void checkModifiers() {
        if (has(Modifier.STATIC)) {
            problem("is static; remove static");
        }
        if (has(Modifier.PRIVATE)) {
            problem("is private; make it package-private, protected or public");
        }
        if (has(Modifier.FINAL)) {
            problem("is final, so proxies cannot override it; remove final");
        }
    }

    private void checkReachable() {
        String beanClass = marked.beanClass().name();
        if (marked.bean().types().stream()
                .noneMatch(type -> Signature.erased(type).equals(beanClass))) {
            problem("cannot be called, because its class is not a type of the bean; add "
                    + marked.beanClass().simpleName() + ".class to @Typed, or @LocalBean to a session bean");
        }
        if (!has(Modifier.PRIVATE) && !marked.isVisible()) {
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
