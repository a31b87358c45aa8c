package org.gotalk.redis.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** The program of an engine: one from the path, or else the one that comes with a jar. */
final class EngineProgram {

    private static final List<String> NAMES = List.of("valkey-server", "redis-server");

    private EngineProgram() {}

    static Path find() throws IOException {
        List<Path> found = NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .toList();
        return found.isEmpty() ? embedded() : found.get(0);
    }

    private static Path embedded() throws IOException {
        return ExecutableProvider.newJarResourceProvider().get().toPath();
    }
}
