package org.gotalk.demo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.gotalk.Limits;
import org.gotalk.demo.peer.Clients;
import org.gotalk.demo.server.RestartableServer;
import org.gotalk.jakarta.Archives;
import org.gotalk.microprofile.RunningEngines;
import org.junit.jupiter.api.Test;

/** What a server with MicroProfile Metrics tells those who collect them. */
class MetricsIT {

    private static final long LONGEST_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();

    private String awaitMetric(URI address, String line) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/metrics")).build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        String all = http.send(request, BodyHandlers.ofString()).body();
        while (!all.contains(line) && System.nanoTime() < end) {
            all = http.send(request, BodyHandlers.ofString()).body();
        }
        return all;
    }

    @Test
    void requestsAreTimedAndConnectionsCounted() throws Exception {
        RestartableServer server = RestartableServer.of(
                        "gotalk-metrics",
                        Archives.servingBeans(Workshop.class).addAsLibraries(Archives.jarOf(RunningEngines.class)))
                .configuredBy(Path.of("src", "test", "operations", "metrics.xml"));
        server.start();
        try (Clients clients = new Clients(server.address(), Limits.defaults())) {
            clients.connect().request("finish", "");

            assertThat(awaitMetric(server.address(), "gotalk_handled_requests_seconds_count{"))
                    .containsPattern("gotalk_handled_requests_seconds_count\\{.*name=\"finish\".*} 1")
                    .containsPattern("gotalk_connections\\{.*application=\"/\".*} 1");
        } finally {
            server.stopIfRunning();
        }
    }
}
