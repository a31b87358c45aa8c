package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.lang.model.declarations.ParameterInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gotalk.StreamReader;
import org.gotalk.StreamWriter;
import org.gotalk.cdi.MessageName;
import org.gotalk.cdi.internal.invoke.argument.ParameterRole;
import org.gotalk.cdi.internal.method.MarkedMethod;
import org.gotalk.cdi.internal.method.MethodKind;
import org.gotalk.cdi.internal.method.Signature;

/** The rules for the parameters of marked methods. */
final class ParameterRules {

    private static final List<Class<?>> READERS = List.of(InputStream.class, StreamReader.class, Flow.Publisher.class);
    private static final List<Class<?>> WRITERS = List.of(OutputStream.class, StreamWriter.class);

    private final List<ParameterInfo> parameters;
    private final List<ParameterRole> roles;
    private final Consumer<String> problem;

    private ParameterRules(MarkedMethod marked, Consumer<String> problem) {
        this.parameters = marked.method().parameters();
        this.roles = roles(marked);
        this.problem = problem;
    }

    static List<ParameterRole> roles(MarkedMethod marked) {
        return marked.method().parameters().stream().map(ParameterRules::role).toList();
    }

    static void check(MarkedMethod marked, Consumer<String> problem) {
        ParameterRules rules = new ParameterRules(marked, problem);
        rules.checkSocks();
        rules.checkNames();
        rules.checkCancellations(marked.kind());
        if (marked.kind() == MethodKind.NOTIFICATION) {
            rules.checkNoStream();
        } else {
            rules.checkStreams();
        }
        rules.checkValues();
    }

    private void checkSocks() {
        long socks = count(role -> role == ParameterRole.SOCK);
        if (socks > 1) {
            problem.accept("takes " + socks + " Socks; take one");
        }
    }

    private void checkNames() {
        long names = count(role -> role == ParameterRole.NAME);
        if (names > 1) {
            problem.accept("takes " + names + " parameters with @MessageName; take one");
        }
        parameters.stream()
                .filter(parameter -> role(parameter) == ParameterRole.NAME)
                .map(ParameterInfo::type)
                .filter(type -> !Signature.erased(type).equals(String.class.getName()))
                .forEach(type ->
                        problem.accept("takes @MessageName " + LanguageTypes.simpleName(type) + "; take a String"));
    }

    private void checkCancellations(MethodKind kind) {
        long cancellations = count(role -> role == ParameterRole.CANCELLATION);
        if (cancellations > 1) {
            problem.accept("takes " + cancellations + " Cancellations; take one");
        }
        if (cancellations > 0 && kind == MethodKind.NOTIFICATION) {
            problem.accept("takes a Cancellation, but is a notification, which nobody waits for; remove it");
        }
    }

    private void checkNoStream() {
        if (count(ParameterRole::isIn) + count(ParameterRole::isOut) > 0
                || values().anyMatch(type -> isOne(type, READERS) || isOne(type, WRITERS))) {
            problem.accept("takes a stream, but is a notification; take byte[], or mark it @Operation");
        }
    }

    private void checkStreams() {
        long in = count(ParameterRole::isIn);
        long out = count(ParameterRole::isOut);
        if (in > 1) {
            problem.accept(
                    "takes " + in + " streams of the request;" + " take one InputStream, StreamRequest or Stream");
        }
        if (out > 1) {
            problem.accept("takes " + out + " streams of the result; take one OutputStream or StreamResult");
        }
        values().filter(type -> isOne(type, READERS))
                .forEach(type -> problem.accept("takes " + LanguageTypes.simpleName(type)
                        + "; to read the request, take InputStream, StreamRequest or Stream"));
        values().filter(type -> isOne(type, WRITERS))
                .forEach(type -> problem.accept("takes " + LanguageTypes.simpleName(type)
                        + "; to write the result, take OutputStream or StreamResult"));
    }

    private void checkValues() {
        long values = count(role -> role == ParameterRole.VALUE);
        if (values > 1) {
            problem.accept("takes " + values + " values; take one, such as a record of them");
        }
    }

    private java.util.stream.Stream<Type> values() {
        return parameters.stream()
                .filter(parameter -> role(parameter) == ParameterRole.VALUE)
                .map(ParameterInfo::type);
    }

    private static boolean isOne(Type type, List<Class<?>> classes) {
        return classes.stream().anyMatch(it -> LanguageTypes.isA(type, it));
    }

    private static ParameterRole role(ParameterInfo parameter) {
        return ParameterRole.of(Signature.erased(parameter.type()), parameter.hasAnnotation(MessageName.class));
    }

    private long count(Predicate<ParameterRole> which) {
        return roles.stream().filter(which).count();
    }
}
