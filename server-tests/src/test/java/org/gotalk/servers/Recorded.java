package org.gotalk.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Writes down what each check has shown, for {@link ServersPageIT}. */
final class Recorded implements TestWatcher, ParameterResolver {

    private static final Path OUTCOMES = Path.of("target", "outcomes.tsv");

    static {
        try {
            Files.deleteIfExists(OUTCOMES); // of a run before
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>(); // by unique id of the test

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Outcome.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    private Outcome of(ExtensionContext context) {
        return outcomes.computeIfAbsent(context.getUniqueId(), id -> new Outcome());
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        write(context, of(context).text());
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        write(context, "fail");
    }

    /** By an assumption: the server has nothing of the kind. */
    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        write(context, "—");
    }

    private static void write(ExtensionContext context, String outcome) {
        String line = "%s.%s\t%s\n"
                .formatted(
                        context.getRequiredTestClass().getSimpleName(),
                        context.getRequiredTestMethod().getName(),
                        outcome);
        try {
            Files.writeString(OUTCOMES, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
