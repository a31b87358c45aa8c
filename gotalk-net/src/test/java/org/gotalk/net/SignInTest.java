package org.gotalk.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Identity;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Peers of a server that sign in with a token, over TCP. */
class SignInTest {

    private static final long LONGEST_SECONDS = 20;

    private final CountDownLatch checking = new CountDownLatch(1);
    private final CountDownLatch checked = new CountDownLatch(1);
    private final Handlers handlers = Handlers.create()
            .handle(
                    "who",
                    String.class,
                    (peer, text) -> peer.peer()
                            .identity()
                            .map(user -> user.name() + " " + user.isInRole("editors"))
                            .orElse("nobody"));

    @AutoClose
    private final Gotalk server = Gotalk.builder()
            .handlers(handlers)
            .limits(Limits.builder().maxSignInFailures(2).build())
            .authenticator(this::authenticate)
            .build();

    @AutoClose
    private final Gotalk client = Gotalk.create();

    private URI address = URI.create("tcp://localhost:0");

    private Optional<Identity> authenticate(Sock peer, String token) throws InterruptedException {
        switch (token) {
            case "slow" -> {
                checking.countDown();
                checked.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            }
            case "broken" -> throw new IllegalStateException("no directory");
            default -> {}
        }
        return switch (token) {
            case "ann's", "slow" -> Optional.of(Identity.of("ann", "editors"));
            case "ann's next" -> Optional.of(Identity.of("ann"));
            case "bob's" -> Optional.of(Identity.of("bob"));
            default -> Optional.empty();
        };
    }

    @BeforeEach
    void listen() throws IOException {
        address = server.listen(address.toString()).address();
    }

    private Sock connect() {
        return client.connect(address.toString());
    }

    private static String who(Sock sock) {
        return sock.request("who", "", String.class);
    }

    @Test
    void aTokenMakesThePeerItsUser() {
        Sock sock = connect();
        assertThat(who(sock)).isEqualTo("nobody");

        sock.signIn("ann's");

        assertThat(who(sock)).isEqualTo("ann true");
    }

    @Test
    void aTokenCanBeSentWithoutWaiting() throws Exception {
        Sock sock = connect();
        sock.signInAsync("ann's").toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);

        assertThat(who(sock)).isEqualTo("ann true");
    }

    @Test
    void aUserMayBringANewTokenAndAnotherUserMayNot() {
        Sock sock = connect();
        sock.signIn("ann's");

        sock.signIn("ann's next");
        assertThat(who(sock)).isEqualTo("ann false");

        assertThatThrownBy(() -> sock.signIn("bob's"))
                .isInstanceOf(OperationException.class)
                .hasMessage("sign-in refused: this connection is that of another user; connect anew");
        assertThat(who(sock)).isEqualTo("ann false");
    }

    @Test
    void aWrongTokenIsRefusedAndTheNextMayBeRight() {
        Sock sock = connect();

        assertThatThrownBy(() -> sock.signIn("wrong"))
                .isInstanceOf(OperationException.class)
                .hasMessage("sign-in refused");
        assertThat(who(sock)).isEqualTo("nobody");

        sock.signIn("ann's");
        assertThat(who(sock)).isEqualTo("ann true");
    }

    @Test
    void tooManyWrongTokensCloseTheConnection() throws Exception {
        Sock sock = connect();
        assertThatThrownBy(() -> sock.signIn("wrong")).hasMessage("sign-in refused");
        assertThatThrownBy(() -> sock.signIn("broken")).hasMessageStartingWith("internal error");
        assertThat(sock.isOpen())
                .as("open, since a directory that is away refuses no token")
                .isTrue();
        assertThatThrownBy(() -> sock.signIn("wrong")).hasMessage("sign-in refused");

        CloseReason reason = sock.closed().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);

        assertThat(reason.code()).isNotNull();
        assertThat(sock.isOpen()).isFalse();
    }

    @Test
    void oneTokenIsTriedAtATime() throws Exception {
        Sock sock = connect();
        CompletableFuture<Void> first = sock.signInAsync("slow").toCompletableFuture();
        assertThat(checking.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> second = sock.signInAsync("ann's next").toCompletableFuture();
        assertThat(who(sock)).isEqualTo("nobody");
        assertThat(second).as("the second waits for the first").isNotDone();

        checked.countDown();
        first.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        second.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(who(sock)).isEqualTo("ann false");
    }

    @Test
    void theTokenIsInNoLineOfTheLog() {
        Logger logger = Logger.getLogger("org.gotalk");
        Recorder lines = new Recorder();
        logger.addHandler(lines);
        logger.setLevel(Level.ALL);
        try {
            Sock sock = connect();
            assertThatThrownBy(() -> sock.signIn("wrong"));
            sock.signIn("ann's");
        } finally {
            logger.setLevel(null);
            logger.removeHandler(lines);
        }
        assertThat(lines.texts).anyMatch(line -> line.startsWith("sign-in refused, failure 1 of 2"));
        assertThat(lines.texts).noneMatch(line -> line.contains("wrong") || line.contains("ann's"));
    }

    @Test
    void whereNobodyAuthenticatesThereIsNoSignIn() throws IOException {
        try (Gotalk plain = Gotalk.serving(handlers)) {
            Sock sock =
                    client.connect(plain.listen("tcp://localhost:0").address().toString());

            assertThatThrownBy(() -> sock.signIn("ann's"))
                    .isInstanceOf(OperationException.class)
                    .hasMessage("unknown operation \"$gotalk/sign-in\"");
        }
    }

    @Test
    void anApplicationSaysItselfWhoItsPeerIs() {
        handlers.handle("enter", String.class, (peer, name) -> {
            peer.identify(Identity.of(name, "editors"));
            return "";
        });
        Sock sock = connect();
        sock.request("enter", "cy");

        assertThat(who(sock)).isEqualTo("cy true");
    }

    @Test
    void aPeerOfAnyMakeSignsInWithARequestOfVersionOne() throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
            say(socket, "01" + request("{\"token\":\"ann's\"}"));
            assertThat(hear(socket, 15)).isEqualTo("01R000100000000");

            say(socket, request("[]"));
            String refusal = "sign-in refused: the payload must be an object such as {\"token\": \"…\"}";
            assertThat(hear(socket, 13)).startsWith("E0001");
            assertThat(hear(socket, refusal.getBytes(UTF_8).length)).isEqualTo(refusal);
        }
    }

    private static String request(String payload) {
        return "r000100f$gotalk/sign-in%08x%s".formatted(payload.getBytes(UTF_8).length, payload);
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static String hear(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), UTF_8);
    }

    private static final class Recorder extends Handler {

        private final Queue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            Object[] parameters = entry.getParameters();
            String text = entry.getMessage();
            for (int i = 0; parameters != null && i < parameters.length; i++) {
                text = text.replace("{" + i + "}", String.valueOf(parameters[i]));
            }
            texts.add(text + (entry.getThrown() == null ? "" : " " + entry.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
