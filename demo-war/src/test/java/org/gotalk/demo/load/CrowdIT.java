package org.gotalk.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.demo.peer.Clients;
import org.gotalk.jakarta.Archives;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.gotalk.spi.Application;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@RunAsClient
@ArquillianTest
class CrowdIT {

    private static final byte[] NOTHING = {};
    private static final Duration LONG = Duration.ofMinutes(2);

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.bare()
                .addClasses(CrowdApplication.class, VitalsServlet.class)
                .addAsServiceProvider(Application.class, CrowdApplication.class);
    }

    /** Nobody is answered before all have asked; then all are asked at once. */
    @Test
    void aThousandConnectionsAtOnceAskAndAreAskedOnFewThreads(@ArquillianResource URI base) throws Exception {
        try (Gotalk gotalk = Gotalk.create()) {
            Vitals before = Vitals.of(base);
            List<Sock> socks = new ArrayList<>();
            List<CompletableFuture<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < CrowdApplication.ALL; i++) {
                Sock sock = gotalk.connect(Clients.endpoint(base, "gotalk"), numbered(i));
                socks.add(sock);
                answers.add(
                        sock.requestAsync("meet", NOTHING, byte[].class, LONG).toCompletableFuture());
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get(LONG.toSeconds(), TimeUnit.SECONDS))
                        .isEqualTo(number(i));
            }
            assertThat(socks).allMatch(Sock::isOpen);
            assertThat(Vitals.of(base).threads() - before.threads())
                    .as("threads for a thousand connections")
                    .isLessThan(100);
        }
    }

    private static ConnectOptions numbered(int number) {
        return ConnectOptions.defaults()
                .timeout(LONG)
                .handlers(Handlers.create().handle("who", byte[].class, question -> number(number)));
    }

    private static byte[] number(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    }
}
