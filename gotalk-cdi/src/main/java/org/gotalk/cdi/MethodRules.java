package org.gotalk.cdi;

import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.gotalk.Names;
import org.gotalk.Sock;

/** What a marked method must be like. Each broken rule is a sentence that names what is wrong and what to do. */
final class MethodRules {

    private static final Set<String> STREAMS = Set.of(InputStream.class.getName(), OutputStream.class.getName());

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
        rules.checkModifiers();
        rules.checkReachable();
        rules.checkParameters();
        rules.checkResult();
        return rules.problems;
    }

    private void checkName() {
        try {
            Names.checked(marked.name());
        } catch (IllegalArgumentException e) {
            problems.add(marked + ": " + e.getMessage() + "; give it another with " + marked.kind() + "(\"…\")");
        }
    }

    private void checkMarks() {
        if (marked.kind() == MethodKind.OPERATION && method.hasAnnotation(Notification.class)) {
            problem("is marked both @Operation and @Notification; use a method for each");
        }
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

    private void checkParameters() {
        List<String> types = method.parameters().stream()
                .map(parameter -> Signature.erased(parameter.type()))
                .toList();
        long socks = types.stream().filter(Sock.class.getName()::equals).count();
        if (types.stream().anyMatch(STREAMS::contains)) {
            problem("takes a stream, but its message comes as a whole; take byte[] and return byte[]");
        } else if (types.size() - socks > 1) {
            problem("takes " + (types.size() - socks) + " values, but a message has one payload;"
                    + " take one value, such as a record of them all");
        }
        if (socks > 1) {
            problem("takes " + socks + " Socks, but a message comes from one peer; take one");
        }
    }

    private void checkResult() {
        Type type = method.returnType();
        if (marked.kind() == MethodKind.NOTIFICATION && !type.isVoid()) {
            problem("returns a value, but a notification has no answer; return void, or mark it @Operation");
        } else if (!type.isVoid() && Signature.erased(type).equals(Future.class.getName())) {
            problem("returns a Future, which could only be awaited by blocking; return a CompletionStage");
        }
    }

    private boolean has(int modifier) {
        return (method.modifiers() & modifier) != 0;
    }

    private void problem(String text) {
        problems.add(marked + " " + text);
    }
}
