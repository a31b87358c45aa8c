package org.gotalk.demo.nested;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.Limits;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a server with as many threads as it is shipped with: 64 requests that all need the server again. */
@RunAsClient
@ArquillianTest
class NestedIT {

    /** Less than any time limit of a request, and far beyond what is measured. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final int PERMITS = 64;
    private static final byte[] WORD = {'h', 'i'};

    private final Gotalk gotalk =
            Gotalk.builder().limits(Limits.builder().maxAttempts(1).build()).build();

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        WebArchive archive = Archives.bare()
                .addClasses(NestedApplication.class)
                .addAsServiceProvider(Application.class, NestedApplication.class);
        return Archives.with(archive, Map.of());
    }

    @AfterEach
    void close() {
        gotalk.close();
    }

    /** A peer that asks the server before it answers. */
    private Sock connected() {
        Handlers handlers = Handlers.create()
                .handle(
                        "question",
                        byte[].class,
                        (Sock peer, byte[] bytes) -> peer.request("again", bytes, byte[].class));
        return gotalk.connect(
                Clients.endpoint(base, "gotalk"),
                ConnectOptions.defaults().timeout(SOON).handlers(handlers));
    }

    @Test
    void asManyAsThereArePermitsAreAllAnswered() throws Exception {
        assertThat(answers(connected(), PERMITS)).hasSize(PERMITS).containsOnly(WORD);
    }

    @Test
    void onesBeyondThatAreAnsweredOneAfterTheOther() throws Exception {
        assertThat(answers(connected(), 2 * PERMITS)).hasSize(2 * PERMITS).containsOnly(WORD);
    }

    @Test
    void aRequestThatIsGivenUpEndsItsHandler() {
        Sock sock = connected();
        CompletableFuture<byte[]> call =
                sock.requestAsync("for ever", WORD, byte[].class).toCompletableFuture();
        assertThat(sock.request("told", WORD, byte[].class)).isEqualTo("\"begun\"".getBytes(UTF_8));
        call.cancel(false);
        assertThat(sock.request("told", WORD, byte[].class)).isEqualTo("\"given up\"".getBytes(UTF_8));
    }

    private static List<byte[]> answers(Sock sock, int count) throws Exception {
        List<CompletableFuture<byte[]>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(sock.requestAsync("ask", WORD, byte[].class).toCompletableFuture());
        }
        List<byte[]> answers = new ArrayList<>();
        for (CompletableFuture<byte[]> call : calls) {
            answers.add(call.get(SOON.toMillis(), TimeUnit.MILLISECONDS));
        }
        return answers;
    }
}
