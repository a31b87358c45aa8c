package org.gotalk.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Quarkus with the application that the build has put together. */
public final class QuarkusServer {

    private static final Pattern CORE = Pattern.compile("io\\.quarkus\\.quarkus-core-(.+)\\.jar");

    private QuarkusServer() {}

    /**
     * Starts one.
     *
     * @param project the folder of the whole project
     */
    public static Server start(Path project) throws IOException {
        return JavaServer.start(application(project).resolve("quarkus-run.jar"));
    }

    /** Of Quarkus itself. */
    public static String version(Path project) throws IOException {
        try (Stream<Path> jars = Files.list(application(project).resolve("lib").resolve("main"))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .flatMap(name -> CORE.matcher(name).results())
                    .map(core -> core.group(1))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path application(Path project) {
        return project.resolve("gotalk-bench/quarkus/target/quarkus-app");
    }
}
