package org.gotalk.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What servlet containers lack: CDI and JSON-B. The build has copied the jars. */
final class Libraries {

    private static final Path FOLDER = Path.of(System.getProperty("it.libraries"));

    private Libraries() {}

    static WebArchive addTo(WebArchive application) {
        try (Stream<Path> jars = Files.list(FOLDER)) {
            jars.forEach(jar -> application.addAsLibrary(jar.toFile()));
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
