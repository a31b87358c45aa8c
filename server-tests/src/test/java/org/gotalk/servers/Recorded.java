package org.gotalk.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Writes down what each check has shown, for {@link ServersPageIT}. */
final class Recorded implements TestWatcher {

    private static final Path OUTCOMES = Path.of("target", "outcomes.tsv");

    static {
        try {
            Files.deleteIfExists(OUTCOMES); // of a run before
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        write(context, "pass");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        write(context, "fail");
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
