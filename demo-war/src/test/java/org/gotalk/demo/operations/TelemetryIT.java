package org.gotalk.demo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gotalk.Limits;
import org.gotalk.demo.peer.Clients;
import org.gotalk.demo.server.RestartableServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request that crosses two servers with MicroProfile Telemetry is one trace; both count it. */
class TelemetryIT {

    private static final long LONGEST_SECONDS = 60;

    private static TracedServers servers;

    @BeforeAll
    static void startServers() throws Exception {
        servers = TracedServers.start("telemetry", """
                otel.traces.exporter=console
                otel.metrics.exporter=console
                otel.metric.export.interval=1000
                """);
    }

    @AfterAll
    static void stopServers() throws Exception {
        if (servers != null) {
            servers.stop();
        }
    }

    @Test
    void aRequestThroughTwoServersIsOneTrace() throws Exception {
        RestartableServer broker = servers.broker();
        RestartableServer exchange = servers.exchange();
        try (Clients clients = new Clients(broker.address(), Limits.defaults())) {
            assertThat(clients.connect().request("quote", "ACME", String.class)).isEqualTo("ACME is at 4 EUR");
        }
        String asked = traceOf(broker, "quote", "SERVER");
        assertThat(List.of(
                        traceOf(broker, "price", "CLIENT"),
                        traceOf(exchange, "price", "SERVER"),
                        traceOf(exchange, "currency", "CLIENT"),
                        traceOf(broker, "currency", "SERVER")))
                .containsOnly(asked);
        awaitLine(exchange, Pattern.compile("rpc\\.server\\.call\\.duration.*rpc\\.method=\"price\""));
        awaitLine(broker, Pattern.compile("gotalk\\.connections"));
    }

    private static String traceOf(RestartableServer server, String operation, String kind) throws Exception {
        return awaitLine(server, Pattern.compile("'" + operation + "' : ([0-9a-f]{32}) [0-9a-f]{16} " + kind))
                .group(1);
    }

    /** Servers log what they export, somewhat later. */
    private static Matcher awaitLine(RestartableServer server, Pattern line) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        Matcher matcher = line.matcher(Files.readString(server.messages()));
        while (!matcher.find()) {
            assertThat(System.nanoTime()).as("time to log %s", line).isLessThan(end);
            matcher = line.matcher(Files.readString(server.messages()));
        }
        return matcher;
    }
}
