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
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The server of this run, which all tests share. Starts with the first, and ends with the tests' process. */
final class RunningServer {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 100;
    private static final int OK = 200;
    private static final String DEFAULT_PATH = "gotalk";
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
        return deploy(name, application, DEFAULT_PATH);
    }

    /** The same, with the path of an endpoint that is for everybody. */
    URI deploy(String name, WebArchive application, String path) throws Exception {
        put(name + ".war", kind.adapted(application));
        return awaited(name, path);
    }

    /** The same for an enterprise application, with a web module of the same name. */
    URI deploy(String name, EnterpriseArchive application) throws Exception {
        put(name + ".ear", application);
        return awaited(name, DEFAULT_PATH);
    }

    /** Puts an application there that cannot start, and waits until the log says why. */
    void deployInVain(String name, EnterpriseArchive application, String reason) throws Exception {
        put(name + ".ear", application);
        await(() -> log().contains(reason), "the log says \"" + reason + "\"");
    }

    private void put(String file, Archive<?> application) throws IOException {
        Path built = base.resolve(file + ".part");
        application.as(ZipExporter.class).exportTo(built.toFile(), true);
        Path target = kind.deployments(base).resolve(file);
        Files.move(built, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        startAnewIfNeeded();
    }

    private URI awaited(String name, String path) throws Exception {
        URI address = URI.create("http://localhost:" + port + "/" + name + "/");
        awaitStatus(address.resolve(path + "/status"), status -> status == OK, name + " is there");
        return address;
    }

    /** Takes an application away, and waits until it is. */
    void undeploy(String name) throws Exception {
        undeploy(name, DEFAULT_PATH);
    }

    /** The same, with the path of an endpoint that is for everybody. */
    void undeploy(String name, String path) throws Exception {
        remove(name);
        URI address = URI.create("http://localhost:" + port + "/" + name + "/" + path + "/status");
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

    /** Takes an application away that may not have started. */
    void remove(String name) throws IOException {
        Files.deleteIfExists(kind.deployments(base).resolve(name + ".war"));
        Files.deleteIfExists(kind.deployments(base).resolve(name + ".ear"));
        startAnewIfNeeded();
    }

    private void awaitStatus(URI address, IntPredicate wanted, String what) throws Exception {
        await(() -> wanted.test(status(address)), what);
    }

    private void await(Callable<Boolean> condition, String what) throws Exception {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!condition.call()) {
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
