package org.gotalk.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.gotalk.testing.SlowLink;
import org.gotalk.testing.websocket.GotalkServer;
import org.gotalk.testing.websocket.WebSocketServer;
import org.junit.jupiter.api.Test;

/** A link that takes several write timeouts for one message: it is slow, and its peer is not deaf. */
class SlowLinkTest {

    private static final int SIZE = 5 << 20; // of which some megabytes are in the buffers of the system
    private static final int RATE = 600 * 1024; // bytes a second
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Limits HASTY = Limits.builder()
            .writeTimeout(Duration.ofSeconds(1))
            .maxPayload(SIZE)
            .maxOutbound(2 * SIZE)
            .requestTimeout(LIMIT)
            .build();

    private final Handlers handlers = Handlers.create()
            .handleBuffer("large", (peer, name, nothing) -> CompletableFuture.completedFuture(new byte[SIZE]))
            .handleBuffer(
                    "size",
                    (peer, name, payload) -> CompletableFuture.completedFuture(
                            Integer.toString(payload.length).getBytes(UTF_8)));

    private static Gotalk hasty(Handlers handlers) {
        return Gotalk.builder().application(() -> handlers).limits(HASTY).build();
    }

    private static void assertUploadPasses(Sock sock) {
        assertThat(sock.request("size", new byte[SIZE], byte[].class))
                .asString()
                .isEqualTo("" + SIZE);
    }

    @Test
    void aLargeResultPassesSlowlyOverTcp() throws Exception {
        try (Gotalk server = hasty(handlers);
                Gotalk client = hasty(handlers);
                SlowLink link = new SlowLink(
                        server.listen("tcp://localhost:0").address().getPort(), RATE)) {
            Sock sock = client.connect("tcp://localhost:" + link.port());
            assertThat(sock.request("large", new byte[0], byte[].class)).hasSize(SIZE);
        }
    }

    @Test
    void aLargeRequestPassesSlowlyOverTls() throws Exception {
        Tls trusting = Tls.defaults().trust(Certificates.authority());
        Tls identity = trusting.identity(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD);
        try (Gotalk server = hasty(handlers);
                Gotalk client = hasty(handlers);
                SlowLink link = new SlowLink(
                        server.listen(
                                        "tls://localhost:0",
                                        ListenOptions.defaults().tls(identity))
                                .address()
                                .getPort(),
                        RATE)) {
            Sock sock = client.connect(
                    "tls://localhost:" + link.port(), ConnectOptions.defaults().tls(trusting));
            assertUploadPasses(sock);
        }
    }

    @Test
    void aLargeRequestPassesSlowlyFromAWebSocketClient() throws Exception {
        passesFromAWebSocketClient(ConnectOptions.defaults());
    }

    @Test
    void aLargeRequestPassesSlowlyInTheReferencesFraming() throws Exception {
        passesFromAWebSocketClient(ConnectOptions.defaults().subprotocols());
    }

    private void passesFromAWebSocketClient(ConnectOptions options) throws Exception {
        WebSocketServer sockets = new WebSocketServer();
        try (GotalkServer server = new GotalkServer(sockets, handlers, HASTY);
                Gotalk client = hasty(handlers);
                SlowLink link = new SlowLink(sockets.address().getPort(), RATE)) {
            CompletableFuture<Sock> connecting = client.connectAsync(
                            "ws://localhost:" + link.port() + "/gotalk", options)
                    .toCompletableFuture();
            Sock unused =
                    options.webSocket().subprotocols().isEmpty() ? server.acceptAsTheReference() : server.accept();
            assertUploadPasses(connecting.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
        }
    }

    @Test
    void aLinkThatPassesNothingEndsTheConnection() throws Exception {
        try (Gotalk server = hasty(handlers);
                Gotalk client = hasty(handlers);
                SlowLink link = new SlowLink(
                        server.listen("tcp://localhost:0").address().getPort(), RATE)) {
            Sock sock = client.connect("tcp://localhost:" + link.port());
            link.goDown();
            assertThatThrownBy(() -> sock.request("size", new byte[SIZE], byte[].class))
                    .isInstanceOfSatisfying(SockClosedException.class, closed -> {
                        assertThat(closed.reason().code()).isEqualTo(CloseReason.Code.TIMEOUT);
                        assertThat(closed.reason().detail())
                                .isEqualTo("nothing that was sent has got through for PT1S: the peer does not read,"
                                        + " or the network is down");
                    });
        }
    }
}
