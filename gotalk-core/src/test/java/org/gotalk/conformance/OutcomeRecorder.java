package org.gotalk.conformance;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Writes down whether a test that {@link Conforms} has passed. */
final class OutcomeRecorder implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        record(test, call);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        record(test, call);
    }

    private static void record(Invocation<Void> test, ReflectiveInvocationContext<Method> call) throws Throwable {
        List<Outcome> shown = shown(call).toList();
        shown.forEach(outcome -> Rules.read().require(outcome.rule()));
        boolean passed = false;
        try {
            test.proceed();
            passed = true;
        } finally {
            for (Outcome outcome : shown) {
                OutcomeFiles.ofThisBuild().add(call.getTargetClass(), passed ? outcome : outcome.failed());
            }
        }
    }

    private static Stream<Outcome> shown(ReflectiveInvocationContext<Method> call) {
        String source = source(call.getTargetClass());
        Stream<Outcome> byTheTest = Arrays.stream(
                        call.getExecutable().getAnnotation(Conforms.class).value())
                .map(rule -> new Outcome(rule, source, true));
        Stream<Outcome> byItsCases = call.getArguments().stream()
                .filter(ConformanceCase.class::isInstance)
                .map(ConformanceCase.class::cast)
                .flatMap(shown -> shown.conforms().stream().map(rule -> new Outcome(rule, shown.source(), true)));
        return Stream.concat(byTheTest, byItsCases);
    }

    /** Where the test stands, from the root of the project. Tests run in the folder of their module. */
    private static String source(Class<?> test) {
        Path module = Path.of("").toAbsolutePath().getFileName();
        return module + "/src/test/java/"
                + test.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
    }
}
