package org.gotalk.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of one module showed in one build: in a folder of its {@code target}, a file for each test class. Its
 * first line says which build wrote it, so that what an earlier one left there is known; then each line is an outcome.
 */
public final class OutcomeFiles {

    private static final OutcomeFiles OF_THIS_BUILD = new OutcomeFiles(folderOfThisBuild(), build());

    private final @Nullable Path folder;
    private final String build;
    private final Set<Path> begun = new HashSet<>(); // guarded by this

    private OutcomeFiles(@Nullable Path folder, String build) {
        this.folder = folder;
        this.build = build;
    }

    /** Those that this module's tests write; nothing is written outside builds, and where only some tests are run. */
    static OutcomeFiles ofThisBuild() {
        return OF_THIS_BUILD;
    }

    /** Those that a module's tests have written in this build. */
    public static OutcomeFiles in(Path folder) {
        return new OutcomeFiles(folder, build());
    }

    private static @Nullable Path folderOfThisBuild() {
        String folder = System.getProperty("gotalk.conformance.folder");
        boolean onlySome = System.getProperty("test") != null || System.getProperty("it.test") != null;
        return folder == null || onlySome ? null : Path.of(folder);
    }

    private static String build() {
        return "build " + System.getProperty("gotalk.conformance.build", "unknown");
    }

    synchronized void add(Class<?> test, Outcome outcome) {
        if (folder == null) {
            return;
        }
        Path file = folder.resolve(test.getName() + ".tsv");
        try {
            if (begun.add(file)) {
                Files.createDirectories(folder);
                Files.writeString(file, build + "\n", UTF_8);
            }
            Files.writeString(file, outcome.line() + "\n", UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All outcomes of this build; none where its tests were left out. */
    public List<Outcome> read() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(this::outcomes).toList();
        }
    }

    private Stream<Outcome> outcomes(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, UTF_8);
            boolean ofThisBuild = !lines.isEmpty() && lines.get(0).equals(build);
            return ofThisBuild ? lines.stream().skip(1).map(Outcome::ofLine) : Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
