package org.gotalk.demo.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.CloseReason;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.jakarta.Archives;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own client, and our own server in a container. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class WebSocketClientIT {

    private static final long LONGEST_SECONDS = 30;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @AutoClose
    private final Gotalk client = Gotalk.builder()
            .handlers(Handlers.create()
                    .handle("name", String.class, question -> "Ann")
                    .handleNotification("said", String.class, (peer, word) -> said.add(word)))
            .limits(Limits.builder().heartbeatInterval(Duration.ofSeconds(1)).build())
            .build();

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        WebArchive archive =
                Archives.servingBeans(PeerBeans.class.getDeclaredClasses()).addClass(PeerBeans.class);
        return Archives.with(archive, Map.of("gotalk.read-timeout", "PT4S"));
    }

    private Sock connect() {
        return client.connect(Clients.endpoint(base, "gotalk"));
    }

    @Test
    void requestsGoBothWays() {
        assertThat(connect().request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        assertThat(connect().request("greet me", "", String.class)).isEqualTo("Hello Ann");
    }

    @Test
    void notificationsGoBothWays() throws Exception {
        connect().notify("say", "hello");
        assertThat(said.poll(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo("hello");
    }

    @Test
    void streamsGoBothWays() throws Exception {
        Sock sock = connect();
        try (StreamCall call = sock.streamRequest("size")) {
            try (OutputStream out = call.request().outputStream()) {
                out.write(new byte[16 << 20]);
            }
            assertThat(call.finish(Long.class)).isEqualTo(16 << 20);
        }
        try (StreamReader numbers = sock.requestParts("count", 10_000)) {
            assertThat(numbers.values(Integer.class).mapToInt(number -> number).sum())
                    .isEqualTo(50_005_000);
        }
    }

    @Test
    void aClientThatOffersNoSubprotocolIsUnderstood() {
        Sock sock = client.connect(
                Clients.endpoint(base, "gotalk"), ConnectOptions.defaults().subprotocols());
        assertThat(sock.request("greet", "Åsa 😀", String.class)).isEqualTo("Hello Åsa 😀");
        assertThat(sock.request("greet me", "", String.class)).isEqualTo("Hello Ann");
    }

    @Test
    void theServerSeesParametersHeadersAndAFreshToken() {
        AtomicInteger tokens = new AtomicInteger();
        ConnectOptions options = ConnectOptions.defaults()
                .header("X-Tenant", "blue")
                .bearerToken(() -> "token-" + tokens.incrementAndGet());
        String address = Clients.endpoint(base, "gotalk?room=the%20green%20one");
        Sock first = client.connect(address, options);
        assertThat(first.request("room", "", String.class)).isEqualTo("the green one");
        assertThat(first.request("headers", "", String.class)).isEqualTo("Bearer token-1, blue");
        assertThat(client.connect(address, options).request("headers", "", String.class))
                .isEqualTo("Bearer token-2, blue");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 503})
    void aRefusalIsToldWithItsStatus(int status) {
        assertThatThrownBy(() -> client.connect(Clients.endpoint(base, "gotalk?refuse=" + status)))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("/gotalk?refuse=" + status + ": the server answered " + status + ": ");
    }

    @Test
    void aPathWhereNobodyIsIsTold() {
        assertThatThrownBy(() -> client.connect(Clients.endpoint(base, "/nowhere/gotalk")))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("the server answered 404: there is nothing at this path");
    }

    @Test
    void aPageOfAnotherOriginMayNotConnectAndOneOfTheServerMay() {
        ConnectOptions options = ConnectOptions.defaults();
        assertThatThrownBy(() -> client.connect(
                        Clients.endpoint(base, "gotalk"), options.header("Origin", "http://elsewhere.example")))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("the server answered 403: ");
        String own = base.resolve("/").toString().replaceFirst("/$", "");
        assertThat(client.connect(Clients.endpoint(base, "gotalk"), options.header("Origin", own))
                        .isOpen())
                .isTrue();
    }

    @Test
    void theServersGoodbyeIsANormalEnd() throws Exception {
        Sock sock = connect();
        CompletionStage<String> unused = sock.requestAsync("hang up", "", String.class);
        assertThat(end(sock).code()).isEqualTo(CloseReason.Code.NORMAL);
    }

    @Test
    void aClientThatIsSilentForTooLongLearnsWhyItIsClosed() throws Exception {
        Limits silent = Limits.builder().heartbeatInterval(Duration.ZERO).build();
        try (Gotalk quiet = Gotalk.builder().limits(silent).build()) {
            Sock sock = quiet.connect(Clients.endpoint(base, "gotalk"));
            assertThat(end(sock).code()).isEqualTo(CloseReason.Code.TIMEOUT);
        }
    }

    @Test
    void aConnectionThatIsCutIsAnAbnormalEnd() throws Exception {
        try (Cables cables = new Cables(base)) {
            Sock sock = client.connect(Clients.endpoint(cables.application(), "gotalk"));
            cables.cut();
            assertThat(end(sock).code()).isEqualTo(CloseReason.Code.ABNORMAL);
        }
    }

    private static CloseReason end(Sock sock) throws Exception {
        return sock.closed().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }
}
