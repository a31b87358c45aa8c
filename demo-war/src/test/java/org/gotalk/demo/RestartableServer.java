package org.gotalk.demo;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * An Open Liberty of its own that runs the demo with the configuration that users get. Tests may stop and start it; they
 * could not do that with the one that all other tests share.
 */
final class RestartableServer {

    private static final String NAME = "gotalk-restart";
    private static final long MINUTES = 3;

    private final Path home = Path.of(System.getProperty("it.liberty.home"));
    private final Path users = Path.of("target", "restart-usr").toAbsolutePath();
    private final int port;

    RestartableServer() throws IOException {
        port = freePort();
        Path server = users.resolve("servers").resolve(NAME);
        Files.createDirectories(server.resolve("apps"));
        for (String file : new String[] {"server.xml", "gotalk-platform.xml", "jvm.options"}) {
            copy(Path.of("..", "liberty-config", file), server.resolve(file));
        }
        copy(Path.of("target", "gotalk-demo.war"), server.resolve("apps").resolve("gotalk-demo.war"));
        Files.writeString(server.resolve("bootstrap.properties"), "http.port=" + port + "\n");
    }

    URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** Returns when the demo can be opened. */
    void start() throws IOException, InterruptedException {
        run("start");
    }

    /** Returns when the process has ended. */
    void stop() throws IOException, InterruptedException {
        run("stop");
    }

    private void run(String action) throws IOException, InterruptedException {
        String script = File.separatorChar == '\\' ? "server.bat" : "server";
        Path log = users.resolve(action + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin").resolve(script).toString(), action, NAME)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("WLP_USER_DIR", users.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("\"server " + action + "\" did not end in time: " + Files.readString(log));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("\"server " + action + "\" failed: " + Files.readString(log));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
