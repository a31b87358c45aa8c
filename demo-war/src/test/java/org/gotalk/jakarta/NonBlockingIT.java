package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.demo.peer.Clients;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What methods that never wait find on the server's own threads. */
@RunAsClient
@ArquillianTest
class NonBlockingIT {

    @ArquillianResource
    private URI base;

    private Clients clients;
    private Sock sock;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.servingBeans(QuickBeans.class, RequestContextProbe.class);
    }

    /** The first request may come before the application knows the connection, and then waits for the executor. */
    @BeforeEach
    void connect() {
        clients = new Clients(base, Limits.defaults());
        sock = clients.connect();
        assertThat(sock.request("slow/thread", "x", String.class)).isNotEmpty();
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void theApplicationsClassesAndNamesAreThere() {
        assertThat(sock.request("quick/class", "x", String.class)).isEqualTo("QuickBeans");
        assertThat(sock.request("quick/name", "x", boolean.class)).isTrue();
    }

    @Test
    void waitingForThePeerIsRefused() {
        assertThat(sock.request("quick/wait", "x", String.class)).isEqualTo("refused");
    }

    /** The server's own request scoped beans are there, but nobody has them injected. */
    @Test
    void thereIsNoRequestContextWhereNothingIsRequestScoped() {
        assertThat(sock.request("request context", "x", boolean.class)).isFalse();
    }

    @Test
    void manyAtOnceAreAllAnswered() {
        List<CompletableFuture<String>> answers = IntStream.range(0, 2000)
                .mapToObj(i ->
                        sock.requestAsync("quick/thread", "x", String.class).toCompletableFuture())
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isNotEmpty());
    }
}
