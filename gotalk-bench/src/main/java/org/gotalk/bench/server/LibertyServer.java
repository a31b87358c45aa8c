package org.gotalk.bench.server;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Open Liberty with the configuration that users get, and the benchmark's application. */
public final class LibertyServer implements Server {

    private static final String NAME = "gotalk-bench";
    private static final String VERSION = ".liberty/wlp/lib/versions/openliberty.properties";

    // Open Liberty's management beans are of its own making, which the JVM's own way of asking does not find.
    private static final String MANAGEMENT =
            "<server><featureManager><feature>localConnector-1.0</feature></featureManager></server>\n";
    private static final String MANAGEMENT_ADDRESS = "logs/state/com.ibm.ws.jmx.local.address";

    private static final long LONGEST_MINUTES = 3;

    private final Path home;
    private final Path users;
    private final Path folder;
    private final int port;

    private LibertyServer(Path project) throws IOException {
        home = project.resolve(".liberty").resolve("wlp");
        users = project.resolve("gotalk-bench").resolve("target").resolve("liberty-usr");
        folder = users.resolve("servers").resolve(NAME);
        port = freePort();
    }

    /**
     * Starts one.
     *
     * @param project the folder of the whole project, where Open Liberty was unpacked
     */
    public static LibertyServer start(Path project) throws IOException, InterruptedException {
        LibertyServer server = new LibertyServer(project);
        Files.createDirectories(server.folder.resolve("apps"));
        for (String file : new String[] {"server.xml", "gotalk-platform.xml", "jvm.options"}) {
            Files.copy(
                    project.resolve("liberty-config").resolve(file),
                    server.folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(server.folder.resolve("bootstrap.properties"), "http.port=" + server.port + "\n");
        Path overrides = Files.createDirectories(server.folder.resolve("configDropins/overrides"));
        Files.writeString(overrides.resolve("management.xml"), MANAGEMENT);
        BenchWar.writeTo(server.folder.resolve("apps").resolve("gotalk-demo.war"));
        server.run("start");
        return server;
    }

    /** Which Open Liberty was unpacked there. */
    public static String version(Path project) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(project.resolve(VERSION))) {
            properties.load(reader);
        }
        return properties.getProperty("com.ibm.websphere.productVersion", "of an unknown version");
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public ProcessHandle process() {
        Path file = users.resolve("servers").resolve(".pid").resolve(NAME + ".pid");
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("Open Liberty has not said which process it is", e);
        }
    }

    @Override
    public Jvm jvm() throws IOException {
        return Jvm.at(Files.readString(folder.resolve(MANAGEMENT_ADDRESS)).strip());
    }

    @Override
    public void close() throws IOException {
        try {
            run("stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("\"server " + action + "\" failed: " + Files.readString(log));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
