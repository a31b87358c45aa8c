package org.gotalk.demo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.demo.peer.Clients;
import org.gotalk.demo.server.RestartableServer;
import org.gotalk.jakarta.Archives;
import org.gotalk.microprofile.RunningEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server answers to those who ask whether it is ready, and whether it is alive. */
class HealthIT {

    private static final long LONGEST_SECONDS = 60;

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private RestartableServer server;
    private Clients clients;
    private Sock sock;

    @BeforeEach
    void startServer() throws Exception {
        server = RestartableServer.of(
                        "gotalk-health",
                        Archives.servingBeans(Workshop.class).addAsLibrary(Archives.jarOf(RunningEngines.class)))
                .configuredBy(Path.of("src", "test", "operations", "health.xml"));
        server.start();
        clients = new Clients(server.address(), Limits.defaults());
        sock = clients.connect();
    }

    @AfterEach
    void stopServer() throws Exception {
        clients.close();
        server.stopIfRunning();
    }

    private HttpResponse<String> asked(String check) throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.address().resolve("/health/" + check))
                        .build(),
                BodyHandlers.ofString());
    }

    private void awaitReadiness(int status, String text) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        HttpResponse<String> response = asked("ready");
        while (System.nanoTime() < end
                && !(response.statusCode() == status && response.body().contains(text))) {
            response = asked("ready");
        }
        assertThat(response.body()).contains(text);
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void aServerIsReadyUntilItIsStuckOrDrains() throws Exception {
        awaitReadiness(200, "\"/\":\"ready\"");
        assertThat(asked("live").body()).contains("\"status\":\"UP\"", "its clock ticked");

        CompletableFuture<byte[]> work = working();
        awaitReadiness(503, "\"/\":\"the executor has begun nothing for ");
        sock.request("finish", "");
        work.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        awaitReadiness(200, "\"/\":\"ready\"");

        sock.request("drain another", "");
        awaitReadiness(503, "\":\"draining\"");
        assertThat(asked("live").statusCode()).isEqualTo(200);
    }

    /** So a server that is to be stopped is taken out of the load balancer first: its checks are silent then. */
    @Test
    void theChecksOfAnApplicationThatStopsAreGone() throws Exception {
        awaitReadiness(200, "\"/\":\"ready\"");
        CompletableFuture<byte[]> work = working();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(this::stop);
        awaitReadiness(200, "{\"status\":\"UP\",\"checks\":[]}");
        work.cancel(false);
        stopping.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private void stop() {
        try {
            server.stop("--force");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<byte[]> working() {
        return sock.requestAsync("work", "", byte[].class, Duration.ofMinutes(1))
                .toCompletableFuture();
    }
}
