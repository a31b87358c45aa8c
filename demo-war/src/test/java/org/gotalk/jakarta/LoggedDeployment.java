package org.gotalk.jakarta;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application whose start is followed in the server's log. Deployed with a piece of the server's configuration:
 * Arquillian would wait for the start of one that fails until the timeout.
 */
final class LoggedDeployment implements AutoCloseable {

    private static final Path SERVER =
            Path.of(System.getProperty("it.liberty.user.directory"), "servers", System.getProperty("it.server.name"));
    private static final Path LOG = SERVER.resolve("logs").resolve("messages.log");
    private static final long LONGEST_SECONDS = 60;

    /** A name for each, because the server takes its time to forget one. */
    private final String name = "logged-" + UUID.randomUUID();

    private final String element;
    private final Path archive;
    private final Path configuration =
            SERVER.resolve("configDropins").resolve("defaults").resolve(name + ".xml");
    private long logBefore;

    private LoggedDeployment(String element, String suffix, Archive<?> application) throws IOException {
        this.element = element;
        archive = SERVER.resolve(name + suffix);
        deploy(application);
    }

    static LoggedDeployment of(WebArchive application) throws IOException {
        return new LoggedDeployment("webApplication", ".war", application);
    }

    static LoggedDeployment of(EnterpriseArchive application) throws IOException {
        return new LoggedDeployment("enterpriseApplication", ".ear", application);
    }

    /** Has the server deploy another archive in the place of this one. */
    void replace(Archive<?> application) throws IOException {
        logBefore = Files.size(LOG);
        Files.delete(configuration);
        written("CWWKG0017I"); // the configuration was updated
        deploy(application);
    }

    private void deploy(Archive<?> application) throws IOException {
        logBefore = Files.size(LOG);
        application.as(ZipExporter.class).exportTo(archive.toFile(), true);
        Files.createDirectories(configuration.getParent());
        Files.writeString(configuration, "<server><" + element + " location=\"" + archive + "\"/></server>");
    }

    /** What the server wrote until it gave the application up. */
    String report() throws IOException {
        return written(
                "CWWKZ0012I: The application " + name + " was not started",
                "CWWKZ0002E: An exception occurred while starting the application " + name);
    }

    /** What the server wrote until the application was started. */
    String started() throws IOException {
        return written("Application " + name + " started in");
    }

    private String written(String... last) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (System.nanoTime() < end) {
            String written = writtenSince(logBefore);
            if (Arrays.stream(last).anyMatch(written::contains)) {
                return written;
            }
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS))
                    .join();
        }
        throw new AssertionError("the server wrote none of " + List.of(last));
    }

    /** All of the log where the server has begun a new one. */
    private static String writtenSince(long before) throws IOException {
        byte[] log = Files.readAllBytes(LOG);
        int from = log.length < before ? 0 : (int) before;
        return new String(log, from, log.length - from, UTF_8);
    }

    @Override
    public void close() throws IOException {
        Files.delete(configuration);
        Files.delete(archive);
    }
}
