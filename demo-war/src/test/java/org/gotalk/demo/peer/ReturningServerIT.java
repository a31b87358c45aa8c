package org.gotalk.demo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.CloseReason;
import org.gotalk.SockClosedException;
import org.gotalk.jakarta.Archives;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.ConnectionState;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ReconnectOptions;
import org.gotalk.net.ReconnectingSock;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A connection that stays, to an application that is taken away and put back. */
@RunAsClient
@ArquillianTest
class ReturningServerIT {

    private static final String NAME = "returning";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final WebArchive ARCHIVE =
            Archives.servingBeans(PeerBeans.class.getDeclaredClasses()).addClass(PeerBeans.class);

    private final BlockingQueue<ConnectionState.Waiting> waits = new LinkedBlockingQueue<>();
    private final AtomicInteger tokens = new AtomicInteger();

    @AutoClose
    private final Gotalk client = Gotalk.create();

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = NAME, managed = false, testable = false)
    static WebArchive archive() {
        return ARCHIVE;
    }

    @Test
    void aConnectionThatStaysOutlastsItsServer() throws Exception {
        deployer.deploy(NAME);
        ReconnectingSock sock = client.stayConnected(address(), options());
        assertThat(sock.request("headers", "", String.class, LONG)).startsWith("Bearer token-1,");

        deployer.undeploy(NAME);
        assertThat(nextFailure())
                .isInstanceOfSatisfying(
                        SockClosedException.class,
                        closed -> assertThat(closed.reason().code()).isEqualTo(CloseReason.Code.GOING_AWAY));
        CompletableFuture<String> waiting =
                sock.requestAsync("greet", "Ann", String.class, LONG).toCompletableFuture();
        assertThat(nextFailure()).as("of an attempt").hasMessageFindingMatch("the server answered (404|503): ");

        deployer.deploy(NAME);
        assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("Hello Ann");
        assertThat(sock.request("headers", "", String.class, LONG)).startsWith("Bearer token-" + tokens + ",");
        sock.close();
        deployer.undeploy(NAME);
    }

    private static String address() {
        URI server = URI.create("http://localhost:" + System.getProperty("it.http.port"));
        return Clients.endpoint(server, "/" + ARCHIVE.getName().replaceFirst("\\.war$", "/gotalk"));
    }

    private ReconnectOptions options() {
        return ReconnectOptions.defaults()
                .delays(Duration.ofMillis(50), Duration.ofMillis(200))
                .connect(ConnectOptions.defaults().bearerToken(() -> "token-" + tokens.incrementAndGet()))
                .listener((sock, state) -> {
                    if (state instanceof ConnectionState.Waiting waiting) {
                        waits.add(waiting);
                    }
                });
    }

    private Throwable nextFailure() throws InterruptedException {
        return Optional.ofNullable(waits.poll(LONG.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow()
                .cause();
    }
}
