package org.gotalk.demo.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A class as a document shows it.
 *
 * @param name of the class, without its package
 * @param text its source
 */
record Listing(String name, String text) {

    private static final String PACKAGE = "com/example";
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /** The one of the README that declares this class. */
    static Listing of(String name) throws IOException {
        return of(README, name);
    }

    /** The one of a document that declares this class. */
    static Listing of(Path document, String name) throws IOException {
        List<String> found = JAVA.matcher(Files.readString(document))
                .results()
                .map((MatchResult block) -> block.group(1))
                .filter(text -> text.contains("public class " + name + " {"))
                .toList();
        assertThat(found).as("listings of " + name).hasSize(1);
        return new Listing(name, found.get(0));
    }

    /** The same with other text in a place where there has to be this. */
    Listing with(String given, String other) {
        assertThat(text).contains(given);
        return new Listing(name, text.replace(given, other));
    }

    /** Adds what was compiled into a folder. */
    static WebArchive addClasses(WebArchive archive, Path folder) throws IOException {
        try (Stream<Path> classes = Files.list(folder.resolve(PACKAGE))) {
            classes.forEach(file -> archive.add(
                    new FileAsset(file.toFile()),
                    ArchivePaths.create("WEB-INF/classes/" + PACKAGE + "/" + file.getFileName())));
        }
        return archive;
    }

    /** Compiles it against what the tests see, and what is in the folder already. */
    void compileInto(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve(name + ".java"), text);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "-d",
                    folder.toString(),
                    "-cp",
                    folder + File.pathSeparator + System.getProperty("java.class.path"),
                    "-proc:none");
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjects(source))
                    .call();
        }
        assertThat(found.getDiagnostics())
                .filteredOn(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
    }
}
