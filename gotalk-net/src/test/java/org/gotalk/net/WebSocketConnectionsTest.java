package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.CloseReason;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.testing.websocket.GotalkServer;
import org.gotalk.testing.websocket.ServerSide;
import org.gotalk.testing.websocket.WebSocketFrame;
import org.gotalk.testing.websocket.WebSocketServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of WebSocket servers. */
class WebSocketConnectionsTest {

    private static final long LONGEST_SECONDS = 20;

    private final BlockingQueue<String> notified = new LinkedBlockingQueue<>();
    private final WebSocketServer sockets = new WebSocketServer();

    @AutoClose
    private final GotalkServer server = new GotalkServer(
            sockets,
            Handlers.create()
                    .handle("greet", String.class, name -> "Hello " + name)
                    .handleNotification("say", String.class, (peer, word) -> notified.add("server " + word))
                    .handleStream(
                            "count",
                            (request, result) -> result.writeValue(request.parts()
                                    .mapToLong(part -> part.length)
                                    .sum())));

    @AutoClose
    private final Gotalk client = Gotalk.serving(Handlers.create()
            .handle("name", String.class, question -> "Ann")
            .handleNotification("say", String.class, (peer, word) -> notified.add("client " + word)));

    private CompletableFuture<Sock> connecting(ConnectOptions options) {
        return client.connectAsync(server.address(), options).toCompletableFuture();
    }

    private static Sock connected(CompletableFuture<Sock> connecting) throws Exception {
        return connecting.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private static CloseReason end(Sock sock) throws Exception {
        return sock.closed().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void requestsAndNotificationsGoBothWays() throws Exception {
        CompletableFuture<Sock> connecting = connecting(ConnectOptions.defaults());
        Sock peer = server.accept();
        Sock sock = connected(connecting);
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        assertThat(peer.request("name", "?", String.class)).isEqualTo("Ann");
        sock.notify("say", "one");
        assertThat(notified.poll(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo("server one");
        peer.notify("say", "two");
        assertThat(notified.poll(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo("client two");
    }

    @Test
    void streamsPass() throws Exception {
        CompletableFuture<Sock> connecting = connecting(ConnectOptions.defaults());
        Sock unused = server.accept();
        try (StreamCall call = connected(connecting).streamRequest("count")) {
            try (OutputStream out = call.request().outputStream()) {
                out.write(new byte[4 << 20]);
            }
            assertThat(call.finish(Long.class)).isEqualTo(4 << 20);
        }
    }

    @Test
    void aServerThatSelectsNoSubprotocolIsSpokenToAsTheReferenceIs() throws Exception {
        CompletableFuture<Sock> connecting =
                connecting(ConnectOptions.defaults().subprotocols());
        Sock peer = server.acceptAsTheReference();
        Sock sock = connected(connecting);
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        assertThat(peer.request("name", "?", String.class)).isEqualTo("Ann");
    }

    /** The reference's server in Go refuses who does not. */
    @Test
    void aClientMaySayWhichPageItIs() throws Exception {
        CompletableFuture<Sock> connecting =
                connecting(ConnectOptions.defaults().header("Origin", "http://localhost"));
        ServerSide side = sockets.accept();
        assertThat(side.header("Origin")).containsExactly("http://localhost");
        Sock unused = server.converse(side.opens("gotalk.v1"), "gotalk.v1");
        connected(connecting);
    }

    @Test
    void theBearerTokenIsAskedForAnewWithEachConnection() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        ConnectOptions options = ConnectOptions.defaults().bearerToken(() -> "token-" + tokens.incrementAndGet());
        for (String token : List.of("Bearer token-1", "Bearer token-2")) {
            CompletableFuture<Sock> unused = connecting(options);
            assertThat(sockets.accept().header("Authorization")).containsExactly(token);
        }
    }

    @Test
    void whoAsksForATokenMayTakeTime() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<String> token = new CompletableFuture<>();
        CompletableFuture<Sock> connecting =
                connecting(ConnectOptions.defaults().bearerToken(() -> {
                    asked.countDown();
                    return token.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
                }));
        assertThat(asked.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(connecting).isNotDone();
        token.complete("late");
        assertThat(sockets.accept().header("Authorization")).containsExactly("Bearer late");
    }

    @Test
    void withoutATokenThereIsNoConnection() {
        ConnectOptions options = ConnectOptions.defaults().bearerToken(() -> {
            throw new IllegalStateException("signed out");
        });
        assertThatThrownBy(() -> client.connect(server.address(), options))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessage("cannot connect to " + server.address() + ": signed out");
    }

    @Test
    void aRefusalNamesAddressAndStatus() throws Exception {
        CompletableFuture<Sock> connecting = connecting(ConnectOptions.defaults());
        ServerSide unused = sockets.accept().refuses("401 Unauthorized");
        assertThat(connecting)
                .failsWithin(Duration.ofSeconds(LONGEST_SECONDS))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(ConnectFailedException.class)
                .withMessageStartingWith("cannot connect to " + server.address() + ": the server answered 401: ");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, NORMAL",
        "1001, GOING_AWAY",
        "1012, GOING_AWAY",
        "4002, INVALID_MESSAGE",
        "4003, TIMEOUT",
        "1011, ABNORMAL"
    })
    void theServersGoodbyeIsTheReasonOfTheEnd(int code, CloseReason.Code reason) throws Exception {
        CompletableFuture<Sock> connecting = connecting(ConnectOptions.defaults());
        ServerSide side = sockets.accept().opens("gotalk.v1").says(WebSocketFrame.binary("01"));
        Sock sock = connected(connecting);
        side.says(WebSocketFrame.close(code, "because"));
        assertThat(end(sock)).isEqualTo(CloseReason.of(reason, "because"));
    }

    @Test
    void aServerThatVanishesIsAnAbnormalEnd() throws Exception {
        CompletableFuture<Sock> connecting = connecting(ConnectOptions.defaults());
        ServerSide side = sockets.accept().opens("gotalk.v1").says(WebSocketFrame.binary("01"));
        Sock sock = connected(connecting);
        side.vanishes();
        assertThat(end(sock)).isEqualTo(CloseReason.of(CloseReason.Code.ABNORMAL, "the connection was lost"));
    }

    @Test
    void theServerLearnsThatThisSideGoes() throws Exception {
        CompletableFuture<Sock> connecting = connecting(ConnectOptions.defaults());
        Sock peer = server.accept();
        connected(connecting);
        client.close();
        assertThat(end(peer).code()).isEqualTo(CloseReason.Code.GOING_AWAY);
    }

    @Test
    void whatIsClosedConnectsNoMore() {
        client.close();
        assertThatThrownBy(() -> client.connect(server.address()))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageEndingWith("this side was closed");
    }

    @Test
    void namesAndPasswordsDoNotBelongIntoAddresses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.connect("ws://ann:secret@localhost/gotalk"))
                .withMessageStartingWith("\"ws://…@localhost\" must not have a user name or password")
                .withMessageNotContaining("secret");
    }

    @Test
    void webSocketsAreNotAcceptedHere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.listen("ws://localhost:0/"))
                .withMessageContaining("WebSockets need a Jakarta EE server");
    }

    @Test
    void hundredsOfConnectionsHaveAFewThreads() throws Exception {
        int count = 300;
        for (int i = 0; i < count; i++) {
            CompletableFuture<Sock> connecting = connecting(ConnectOptions.defaults());
            ServerSide unused = sockets.accept().opens("gotalk.v1").says(WebSocketFrame.binary("01"));
            connected(connecting);
        }
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("gotalk-sockets")))
                .hasSizeLessThanOrEqualTo(2);
    }
}
