package org.gotalk.demo.server;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An Open Liberty of its own, with the configuration that users get. Tests may stop and start it; they could not do that
 * with the one that all other tests share.
 */
public final class RestartableServer {

    private static final long MINUTES = 3;

    /** The application is called as the demo is, because the configuration of users names that. */
    private static final Path APPLICATION = Path.of("apps", "gotalk-demo.war");

    private final Path home = Path.of(System.getProperty("it.liberty.home"));
    private final Path users = Path.of("target", "restart-usr").toAbsolutePath();
    private final String name;
    private final Path folder;
    private final int port;
    private boolean running;

    private RestartableServer(String name) throws IOException {
        this.name = name;
        port = freePort();
        folder = users.resolve("servers").resolve(name);
        Files.createDirectories(folder.resolve(APPLICATION).getParent());
        for (String file : new String[] {"server.xml", "gotalk-platform.xml", "jvm.options"}) {
            copy(Path.of("..", "liberty-config", file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("bootstrap.properties"), "http.port=" + port + "\n");
    }

    /** One that runs the demo, and is not started yet. */
    public static RestartableServer ofTheDemo() throws IOException {
        RestartableServer server = new RestartableServer("gotalk-restart");
        copy(Path.of("target", "gotalk-demo.war"), server.folder.resolve(APPLICATION));
        return server;
    }

    /** One that runs an application at its root, and is not started yet. */
    public static RestartableServer of(String name, WebArchive application) throws IOException {
        RestartableServer server = new RestartableServer(name);
        application
                .as(ZipExporter.class)
                .exportTo(server.folder.resolve(APPLICATION).toFile(), true);
        return server;
    }

    /** Replaces the server.xml of the demo. */
    public RestartableServer runningAs(Path serverXml) throws IOException {
        copy(serverXml, folder.resolve("server.xml"));
        return this;
    }

    /** Adds a file to the configuration. */
    public RestartableServer configuredBy(Path file) throws IOException {
        Path additions = Files.createDirectories(folder.resolve("configDropins").resolve("overrides"));
        copy(file, additions.resolve(file.getFileName()));
        return this;
    }

    /** Where the application is. */
    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** What it logs. */
    public Path messages() {
        return folder.resolve("logs").resolve("messages.log");
    }

    /** Returns when the application can be used. */
    public void start() throws IOException, InterruptedException {
        run("start");
        running = true;
    }

    /** Returns when the process has ended. */
    public void stop(String... options) throws IOException, InterruptedException {
        run("stop", options);
        running = false;
    }

    /** Stops it if a test has left it running. */
    public void stopIfRunning() throws IOException, InterruptedException {
        if (running) {
            stop("--force");
        }
    }

    private void run(String action, String... options) throws IOException, InterruptedException {
        String script = File.separatorChar == '\\' ? "server.bat" : "server";
        Path log = users.resolve(name + "-" + action + ".log");
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin").resolve(script).toString(), action, name));
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
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
