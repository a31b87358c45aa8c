package org.gotalk.demo.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.Sock;
import org.gotalk.demo.server.RestartableServer;
import org.gotalk.jakarta.Archives;
import org.gotalk.net.Gotalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker's server asks that of the exchange, which asks back over the same connection. */
class TwoServersIT {

    private static final long LONGEST_SECONDS = 60;

    private static RestartableServer exchange;
    private static RestartableServer broker;

    @AutoClose
    private final Gotalk gotalk = Gotalk.create();

    private Sock client;

    @BeforeAll
    static void startServers() throws Exception {
        exchange = RestartableServer.of("gotalk-exchange", Archives.servingBeans(Exchange.class));
        broker = RestartableServer.of(
                "gotalk-broker",
                Archives.with(
                        Archives.servingBeans(Quotes.class, EarlyBird.class),
                        Map.of(
                                "gotalk.client.stock.address",
                                endpoint(exchange),
                                "gotalk.request-timeout",
                                LONGEST_SECONDS + "s")));
        broker.start();
        exchange.start();
    }

    @AfterAll
    static void stopServers() throws Exception {
        try {
            broker.stopIfRunning();
        } finally {
            exchange.stopIfRunning();
        }
    }

    @BeforeEach
    void connect() {
        client = gotalk.connect(endpoint(broker));
    }

    @Test
    void twoServersAskEachOther() throws Exception {
        assertThat(quote("ACME")).isEqualTo("ACME is at 4 EUR");
    }

    @Test
    void theOneGoesOnWhenTheOtherStartsAnew() throws Exception {
        assertThat(quote("ACME")).isEqualTo("ACME is at 4 EUR");
        exchange.stop("--force");
        CompletableFuture<String> waiting = asked("IBM");
        assertThat(client.request("currency", "", String.class)).isEqualTo("EUR");

        exchange.start();

        assertThat(waiting.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo("IBM is at 3 EUR");
        assertThat(quote("ACME")).isEqualTo("ACME is at 4 EUR");
    }

    @Test
    void whatIsTooEarlyIsTold() {
        assertThat(client.request("what came of it", "", String.class))
                .startsWith("the remote peer \"stock\" cannot be used before the application has started");
    }

    private String quote(String symbol) throws Exception {
        return asked(symbol).get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<String> asked(String symbol) {
        return client.requestAsync("quote", symbol, String.class).toCompletableFuture();
    }

    private static String endpoint(RestartableServer server) {
        return server.address().resolve("gotalk").toString().replaceFirst("http", "ws");
    }
}
