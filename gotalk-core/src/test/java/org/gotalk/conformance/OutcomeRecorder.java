package org.gotalk.conformance;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Writes down whether a test that {@link Conforms} has passed. One that is {@linkplain OnAWay on a way} shows that its Java
 * peer conforms so; one that is given something that is on a way shows that as well.
 */
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
        for (Outcome outcome : shown) {
            Rule unused = Rules.read().require(outcome.rule());
        }
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
        Optional<Way> ofTheTest = call.getTarget().flatMap(OutcomeRecorder::way);
        if (ofTheTest.isPresent()) {
            Way way = ofTheTest.get();
            return Stream.concat(byTheTest(call), byItsCases(call).filter(outcome -> concerns(outcome, way)))
                    .map(outcome -> outcome.on(way));
        }
        List<Way> ofItsCases = call.getArguments().stream()
                .flatMap(argument -> way(argument).stream())
                .toList();
        return Stream.concat(byTheTest(call), byItsCases(call))
                .flatMap(outcome ->
                        Stream.concat(Stream.of(outcome), ofItsCases.stream().map(outcome::on)));
    }

    private static Stream<Outcome> byTheTest(ReflectiveInvocationContext<Method> call) {
        String source = source(call.getTargetClass());
        return Arrays.stream(call.getExecutable().getAnnotation(Conforms.class).value())
                .map(rule -> new Outcome(rule, source));
    }

    private static Stream<Outcome> byItsCases(ReflectiveInvocationContext<Method> call) {
        return call.getArguments().stream()
                .filter(ConformanceCase.class::isInstance)
                .map(ConformanceCase.class::cast)
                .flatMap(shown -> shown.conforms().stream().map(rule -> new Outcome(rule, shown.source())));
    }

    private static Optional<Way> way(Object testOrArgument) {
        return testOrArgument instanceof OnAWay onAWay ? onAWay.way() : Optional.empty();
    }

    /** Tables say more than some transports can carry. */
    private static boolean concerns(Outcome outcome, Way way) {
        return !Rules.read().require(outcome.rule()).notOver().containsKey(way.carrier());
    }

    /** Where the test stands, from the root of the project. Tests run in the folder of their module. */
    private static String source(Class<?> test) {
        Path module = Path.of("").toAbsolutePath().getFileName();
        return module + "/src/test/java/"
                + test.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
    }
}
