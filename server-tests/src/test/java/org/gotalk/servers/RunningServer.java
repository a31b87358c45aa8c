package org.gotalk.servers;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The server of this run, which all tests share. Starts with the first, and ends with the tests' process. */
final class RunningServer {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 100;
    private static final int OK = 200;
    private static final long STOP_SECONDS = 30;

    private static final Object LOCK = new Object();
    private static RunningServer shared; // under the lock

    private final HttpClient http = HttpClient.newHttpClient();
    private final AppServer kind;
    private final Path home;
    private final Path base;
    private final int port;
    private volatile Process process;

    private RunningServer(AppServer kind, Path home, Path base) throws IOException, InterruptedException {
        this.kind = kind;
        this.home = home;
        this.base = base;
        port = FreePort.find();
        Files.createDirectories(base);
        kind.prepare(home, base, port);
        process = started();
    }

    private Process started() throws IOException {
        return new ProcessBuilder(kind.command(home, base, port))
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(base)))
                .start();
    }

    static RunningServer shared() throws IOException, InterruptedException {
        synchronized (LOCK) {
            if (shared == null) {
                Path base = Files.createTempDirectory(
                        Files.createDirectories(Path.of("target", "servers").toAbsolutePath()), Servers.name() + "-");
                shared = new RunningServer(Servers.kind(), Path.of(System.getProperty("it.server.home")), base);
                Runtime.getRuntime().addShutdownHook(new Thread(shared::stop));
            }
            return shared;
        }
    }

    private static File log(Path base) {
        return base.resolve("console.log").toFile();
    }

    /** Puts an application there, and waits until it can be used. */
    URI deploy(String name, WebArchive application) throws Exception {
        Path built = base.resolve(name + ".war.part");
        kind.adapted(application).as(ZipExporter.class).exportTo(built.toFile(), true);
        Files.move(built, archive(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        startAnewIfNeeded();
        URI address = URI.create("http://localhost:" + port + "/" + name + "/");
        awaitStatus(address.resolve("gotalk/status"), status -> status == OK, name + " is there");
        return address;
    }

    /** Takes an application away, and waits until it is. */
    void undeploy(String name) throws Exception {
        Files.delete(archive(name));
        startAnewIfNeeded();
        URI address = URI.create("http://localhost:" + port + "/" + name + "/gotalk/status");
        awaitStatus(address, status -> status != OK, name + " is gone");
    }

    private void startAnewIfNeeded() throws IOException {
        if (!kind.deploysWhileItRuns()) {
            stop();
            process = started();
        }
    }

    /** What the server wrote. */
    String log() throws IOException {
        return Files.readString(log(base).toPath());
    }

    private Path archive(String name) {
        return kind.deployments(base).resolve(name + ".war");
    }

    private void awaitStatus(URI address, IntPredicate wanted, String what) throws Exception {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!wanted.test(status(address))) {
            boolean hasEnded = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (hasEnded || System.nanoTime() > end) {
                throw new AssertionError("not within " + LONGEST_START + ": " + what + "; the server wrote:\n" + log());
            }
        }
    }

    private int status(URI address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private void stop() {
        process.descendants().forEach(ProcessHandle::destroy); // where a script starts it
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
