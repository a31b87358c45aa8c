package org.gotalk.jakarta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application that is meant not to start. Deployed with a piece of the server's configuration: Arquillian would wait
 * for its start until the timeout.
 */
final class FailingDeployment implements AutoCloseable {

    private static final Path SERVER =
            Path.of(System.getProperty("it.liberty.user.directory"), "servers", System.getProperty("it.server.name"));
    private static final Path LOG = SERVER.resolve("logs").resolve("messages.log");
    private static final long LONGEST_SECONDS = 60;

    /** A name for each, because the server takes its time to forget one. */
    private final String name = "failing-" + UUID.randomUUID();

    private final Path archive = SERVER.resolve(name + ".war");
    private final Path configuration =
            SERVER.resolve("configDropins").resolve("defaults").resolve(name + ".xml");
    private final long logBefore;

    FailingDeployment(WebArchive war) throws IOException {
        logBefore = Files.size(LOG);
        war.as(ZipExporter.class).exportTo(archive.toFile(), true);
        Files.createDirectories(configuration.getParent());
        Files.writeString(configuration, "<server><webApplication location=\"" + archive + "\"/></server>");
    }

    /** What the server wrote until it gave the application up. */
    String report() throws IOException {
        String text = "CWWKZ0012I: The application " + name + " was not started";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (System.nanoTime() < end) {
            String written = Files.readString(LOG).substring((int) logBefore);
            if (written.contains(text)) {
                return written;
            }
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS))
                    .join();
        }
        throw new AssertionError("the server did not write \"" + text + "\"");
    }

    @Override
    public void close() throws IOException {
        Files.delete(configuration);
        Files.delete(archive);
    }
}
