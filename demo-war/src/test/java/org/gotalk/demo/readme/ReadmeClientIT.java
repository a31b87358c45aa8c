package org.gotalk.demo.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gotalk.demo.DemoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's client program, against the demo. */
class ReadmeClientIT extends DemoTest {

    private static final String ADDRESS = "ws://localhost:9080/gotalk";

    @Test
    void theClientPrintsWhatTheDemoAnswers(@TempDir Path folder) throws Exception {
        String endpoint = base.resolve("gotalk").toString().replaceFirst("^http", "ws");
        Listing.of("Client").with(ADDRESS, endpoint).compileInto(folder);
        assertThat(printedBy("Client", folder)).isEqualTo("Hello, server");
    }

    private static String printedBy(String program, Path folder) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader classes =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()});
                PrintStream here = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(here);
            classes.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).strip();
    }
}
