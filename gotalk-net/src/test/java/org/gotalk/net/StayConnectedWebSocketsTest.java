package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.HandshakeRefusedException;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.gotalk.testing.websocket.GotalkServer;
import org.gotalk.testing.websocket.ServerSide;
import org.gotalk.testing.websocket.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that stay, over WebSockets. */
@Timeout(60)
class StayConnectedWebSocketsTest {

    private static final ReconnectOptions QUICK =
            ReconnectOptions.defaults().delays(Duration.ofMillis(10), Duration.ofMillis(50));
    private static final Duration LONG = Duration.ofSeconds(30);

    private final BlockingQueue<ConnectionState.Waiting> waits = new LinkedBlockingQueue<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Tls trusting = Tls.defaults().trust(Certificates.authority());

    private final Gotalk client = Gotalk.create();

    private WebSocketServer sockets;
    private GotalkServer server;

    StayConnectedWebSocketsTest() throws Exception {}

    private void listening(WebSocketServer newSockets) {
        sockets = newSockets;
        server = new GotalkServer(sockets, Handlers.create().handle("greet", String.class, name -> "Hello " + name));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    private ReconnectingSock staying(Supplier<String> token) {
        return client.stayConnected(
                server.address(),
                QUICK.connect(ConnectOptions.defaults().tls(trusting).bearerToken(token))
                        .listener((sock, state) -> {
                            if (state instanceof ConnectionState.Waiting waiting) {
                                waits.add(waiting);
                            }
                        }));
    }

    private String freshToken() {
        return "token-" + tokens.incrementAndGet();
    }

    private static CompletableFuture<String> greeting(Sock sock, String name) {
        return sock.requestAsync("greet", name, String.class, LONG).toCompletableFuture();
    }

    /** The next client, who has to show this token. */
    private ServerSide accept(String token) throws IOException {
        ServerSide side = sockets.accept();
        assertThat(side.header("Authorization")).containsExactly("Bearer " + token);
        return side;
    }

    private void serve(ServerSide side) throws IOException {
        Sock unused = server.converse(side.opens("gotalk.v1"), "gotalk.v1");
    }

    private Throwable nextFailure() throws InterruptedException {
        return Optional.ofNullable(waits.poll(LONG.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow()
                .cause();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionThatIsLostComesBackWithATokenOfItsOwn(boolean secured) throws Exception {
        Tls identity = trusting.identity(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD);
        listening(secured ? WebSocketServer.secured(identity.context()) : new WebSocketServer());
        ReconnectingSock sock = staying(this::freshToken);
        ServerSide first = accept("token-1");
        serve(first);
        assertThat(greeting(sock, "Ann").get(30, TimeUnit.SECONDS)).isEqualTo("Hello Ann");
        first.vanishes();
        assertThat(nextFailure()).isInstanceOf(SockClosedException.class);
        CompletableFuture<String> waiting = greeting(sock, "Bob");
        ServerSide unused = accept("token-2").refuses("503 Service Unavailable");
        serve(accept("token-3"));
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("Hello Bob");
        assertThat(nextFailure()).isInstanceOf(ConnectFailedException.class).hasMessageContaining("answered 503");
    }

    @Test
    void whoIsNotLetInTriesAgainWithATokenOfItsOwnAndIsToldWhy() throws Exception {
        listening(new WebSocketServer());
        CompletableFuture<String> waiting = greeting(staying(this::freshToken), "Ann");
        ServerSide unused = accept("token-1").refuses("401 Unauthorized");
        assertThat(nextFailure())
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("the server answered 401: ")
                .cause()
                .isInstanceOfSatisfying(
                        HandshakeRefusedException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(401));
        serve(accept("token-2"));
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("Hello Ann");
    }

    @Test
    void whoIsNotLetInMayGiveUp() throws Exception {
        listening(new WebSocketServer());
        ReconnectingSock sock = client.stayConnected(
                server.address(),
                QUICK.connect(ConnectOptions.defaults().bearerToken(this::freshToken))
                        .listener((staying, state) -> {
                            if (state instanceof ConnectionState.Waiting waiting
                                    && waiting.cause().getMessage().contains("answered 401")) {
                                staying.close();
                            }
                        }));
        CompletableFuture<String> waiting = greeting(sock, "Ann");
        ServerSide unused = accept("token-1").refuses("401 Unauthorized");
        assertThat(waiting)
                .failsWithin(LONG)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        SockClosedException.class,
                        closed -> assertThat(closed.mayHaveRun()).isFalse());
        assertThat(sock.closed().toCompletableFuture()).succeedsWithin(LONG);
    }

    @Test
    void whoHasNoTokenYetIsAskedAgain() throws Exception {
        listening(new WebSocketServer());
        CompletableFuture<String> waiting = greeting(
                staying(() -> {
                    if (tokens.incrementAndGet() == 1) {
                        throw new IllegalStateException("signed out");
                    }
                    return "signed in";
                }),
                "Ann");
        serve(accept("signed in"));
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("Hello Ann");
        assertThat(nextFailure()).isInstanceOf(ConnectFailedException.class).hasMessageEndingWith(": signed out");
    }
}
