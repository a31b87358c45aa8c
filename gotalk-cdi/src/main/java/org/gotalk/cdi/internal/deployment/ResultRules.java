package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.lang.model.types.Type;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.gotalk.StreamReader;
import org.gotalk.StreamWriter;
import org.gotalk.cdi.internal.invoke.argument.ParameterRole;
import org.gotalk.cdi.internal.method.MarkedMethod;
import org.gotalk.cdi.internal.method.MethodKind;
import org.gotalk.cdi.internal.method.Signature;

/** The rules for the return types of marked methods. */
final class ResultRules {

    private static final List<Class<?>> NOT_RETURNABLE =
            List.of(InputStream.class, OutputStream.class, StreamReader.class, StreamWriter.class);

    private final Type type;
    private final Consumer<String> problem;

    private ResultRules(Type type, Consumer<String> problem) {
        this.type = type;
        this.problem = problem;
    }

    static void check(MarkedMethod marked, Consumer<String> problem) {
        ResultRules rules = new ResultRules(marked.method().returnType(), problem);
        if (rules.type.isVoid()) {
            return;
        }
        if (marked.kind() == MethodKind.NOTIFICATION) {
            problem.accept("returns a value, but is a notification; return void, or mark it @Operation");
        } else if (ParameterRules.roles(marked).stream().anyMatch(ParameterRole::isOut)) {
            rules.checkNothing();
        } else {
            rules.checkValue();
        }
    }

    private void checkNothing() {
        if (!isStage()
                || !LanguageTypes.argument(type).filter(ResultRules::isNothing).isPresent()) {
            problem.accept("writes a result and returns one; return void or CompletionStage<Void>,"
                    + " or take no stream of the result");
        }
    }

    private void checkValue() {
        if (Signature.erased(type).equals(Future.class.getName())) {
            problem.accept("returns a Future; return a CompletionStage");
        }
        if (isStage()
                && LanguageTypes.argument(type).filter(ResultRules::isParts).isPresent()) {
            problem.accept("returns a CompletionStage of a %1$s; return the %1$s itself".formatted(streamName()));
        }
        if (LanguageTypes.isA(type, BaseStream.class) && !LanguageTypes.isA(type, Stream.class)) {
            problem.accept("returns " + LanguageTypes.simpleName(type) + "; return a Stream, see boxed()");
        }
        if (NOT_RETURNABLE.stream().anyMatch(it -> LanguageTypes.isA(type, it))) {
            problem.accept("returns " + LanguageTypes.simpleName(type)
                    + "; to write the result, take OutputStream or StreamResult");
        }
    }

    private String streamName() {
        return LanguageTypes.argument(type).map(LanguageTypes::simpleName).orElseThrow();
    }

    private boolean isStage() {
        return LanguageTypes.isA(type, CompletionStage.class);
    }

    private static boolean isNothing(Type type) {
        return LanguageTypes.isA(type, Void.class);
    }

    private static boolean isParts(Type type) {
        return LanguageTypes.isA(type, Stream.class) || LanguageTypes.isA(type, Flow.Publisher.class);
    }
}
