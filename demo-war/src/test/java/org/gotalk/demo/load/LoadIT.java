package org.gotalk.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gotalk.jakarta.Archives;
import org.gotalk.spi.Application;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Many connections with many requests in flight each. Runs for {@code -Dgotalk.load.seconds=…}, a few seconds unless
 * given: the figures that the project states come from a minute.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LoadIT {

    private static final int CONNECTIONS = 32;
    private static final int IN_FLIGHT = 64;
    private static final long MEBIBYTE = 1 << 20;
    private static final Duration SPAN = Duration.ofSeconds(Long.getLong("gotalk.load.seconds", 3));

    @Deployment(testable = false)
    static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "load-it.war")
                .addAsLibraries(Archives.jars())
                .addClasses(LoadApplication.class, VitalsServlet.class)
                .addAsServiceProvider(Application.class, LoadApplication.class);
    }

    @Test
    void everyRequestIsAnsweredOnceAndMemoryDoesNotGrow(@ArquillianResource URI base) throws Exception {
        run(base, Duration.ofSeconds(2));
        Vitals before = Vitals.of(base);
        long answers = run(base, SPAN);
        Vitals after = Vitals.of(base);
        System.Logger log = System.getLogger(LoadIT.class.getName());
        log.log(System.Logger.Level.INFO, "{0} answers in {1}; before: {2}, after: {3}", answers, SPAN, before, after);
        assertThat(after.heap()).isLessThan(before.heap() + 16 * MEBIBYTE);
    }

    /** Runs the load for so long; how many answers came. */
    private static long run(URI base, Duration span) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI endpoint = URI.create(base.resolve("gotalk").toString().replaceFirst("http", "ws"));
        List<LoadConnection> connections = new ArrayList<>();
        List<WebSocket> sockets = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            LoadConnection connection = new LoadConnection(IN_FLIGHT, span);
            sockets.add(client.newWebSocketBuilder()
                    .subprotocols("gotalk.v1")
                    .buildAsync(endpoint, connection)
                    .get(20, TimeUnit.SECONDS));
            connections.add(connection);
        }
        long answers = 0;
        for (LoadConnection connection : connections) {
            answers += connection.done().get(span.toSeconds() + 20, TimeUnit.SECONDS);
        }
        assertThat(answers).isGreaterThan(CONNECTIONS * IN_FLIGHT);
        sockets.forEach(WebSocket::abort);
        return answers;
    }
}
