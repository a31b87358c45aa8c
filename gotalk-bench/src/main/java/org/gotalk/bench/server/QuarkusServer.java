package org.gotalk.bench.server;

import java.io.IOException;
import java.nio.file.Path;

/** Quarkus with the application that the build has put together. */
public final class QuarkusServer {

    private QuarkusServer() {}

    /**
     * Starts one.
     *
     * @param project the folder of the whole project
     */
    public static Server start(Path project) throws IOException {
        return JavaServer.start(project.resolve("gotalk-bench/quarkus/target/quarkus-app/quarkus-run.jar"));
    }
}
