package org.gotalk.demo.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.gotalk.demo.network.Exchange;
import org.gotalk.demo.network.Quotes;
import org.gotalk.demo.peer.Clients;
import org.gotalk.demo.server.RestartableServer;
import org.gotalk.jakarta.Archives;
import org.gotalk.microprofile.RunningEngines;
import org.gotalk.opentelemetry.OpenTelemetryObserver;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Two servers with MicroProfile Telemetry. The broker's asks the exchange's, which asks back. They have no MicroProfile
 * Health, which the jar with its checks does not mind.
 */
record TracedServers(RestartableServer broker, RestartableServer exchange) {

    private static final StringAsset PAGE = new StringAsset("""
            <!doctype html><meta charset="utf-8"><title>Quotes</title><link rel="icon" href="data:,">
            <script src="gotalk/gotalk.js"></script>
            <script>const sock = gotalk.connection();</script>
            """);

    /**
     * Starts both.
     *
     * @param name distinguishes their folders from those of other tests
     * @param reports further properties of OpenTelemetry: where they report to
     */
    static TracedServers start(String name, String reports) throws Exception {
        RestartableServer exchange = server(name, "exchange", reports, Archives.servingBeans(Exchange.class));
        WebArchive quotes = Archives.servingBeans(Quotes.class).addAsWebResource(PAGE, "quotes.html");
        Map<String, String> settings =
                Map.of("gotalk.client.stock.address", Clients.endpoint(exchange.address(), "gotalk"));
        RestartableServer broker = server(name, "broker", reports, Archives.with(quotes, settings));
        TracedServers servers = new TracedServers(broker, exchange);
        try {
            exchange.start();
            broker.start();
        } catch (Exception | Error e) {
            servers.stop();
            throw e;
        }
        return servers;
    }

    private static RestartableServer server(String name, String service, String reports, WebArchive application)
            throws IOException {
        WebArchive reporting = application
                .addAsLibraries(Archives.jarOf(OpenTelemetryObserver.class), Archives.jarOf(RunningEngines.class))
                .addAsResource(
                        new StringAsset("""
                                otel.sdk.disabled=false
                                otel.service.name=%s
                                otel.logs.exporter=none
                                """.formatted(service) + reports), "META-INF/microprofile-config.properties");
        return RestartableServer.of("gotalk-" + name + "-" + service, reporting)
                .runningAs(Path.of("src", "test", "operations", "telemetry.xml"));
    }

    void stop() throws Exception {
        try {
            broker.stopIfRunning();
        } finally {
            exchange.stopIfRunning();
        }
    }
}
