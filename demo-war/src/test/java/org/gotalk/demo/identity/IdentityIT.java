package org.gotalk.demo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.demo.peer.Clients;
import org.gotalk.demo.peer.Handshake;
import org.gotalk.demo.server.RestartableServer;
import org.gotalk.demo.signin.Browser;
import org.gotalk.demo.signin.SignOut;
import org.gotalk.jakarta.Archives;
import org.gotalk.net.Gotalk;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a server of its own: users and roles are no part of the platform, and would make all other tests wait for them. */
class IdentityIT {

    private static final Path FILES = Path.of("src", "test", "identity");
    private static final long LONGEST_SECONDS = 30;

    private static RestartableServer server;

    private Clients clients;

    @BeforeAll
    static void startServer() throws Exception {
        WebArchive application = Archives.servingBeans(
                        Board.class,
                        Caller.class,
                        Desk.class,
                        Diary.class,
                        Guests.class,
                        Letters.class,
                        Newsroom.class,
                        SignOut.class,
                        TokenCredential.class,
                        TokenSignIn.class,
                        TokenStore.class)
                .setWebXML(FILES.resolve("web.xml").toFile());
        server = RestartableServer.of("gotalk-identity", application).configuredBy(FILES.resolve("users.xml"));
        server.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.stopIfRunning();
    }

    @BeforeEach
    void open() {
        clients = new Clients(
                server.address(),
                Limits.builder().heartbeatInterval(Duration.ofSeconds(1)).build());
    }

    @AfterEach
    void close() {
        clients.close();
    }

    private Sock ada() throws Exception {
        return clients.connectAs("ada", "ada's secret");
    }

    private Sock bob() throws Exception {
        return clients.connectAs("bob", "bob's secret");
    }

    /** By another door, where nobody is asked. */
    private Sock guest() throws Exception {
        return clients.connect("public");
    }

    private static String idOf(Sock sock) {
        return sock.request("id", "", String.class);
    }

    private static String who(Sock sock) {
        return sock.request("who am I", "", String.class);
    }

    @Test
    void handlersRunAsTheUserWhoMadeTheHandshake() throws Exception {
        assertThat(who(ada())).isEqualTo("ada, an editor");
        assertThat(who(bob())).isEqualTo("bob");
    }

    @Test
    void handlersOfPeersThatDidNotSignInRunAsNobody() throws Exception {
        assertThat(who(guest())).isEqualTo("nobody");
    }

    @Test
    void beansMayAskWhoIsCalling() throws Exception {
        bob().request("write", "Dear editors");

        assertThat(ada().request("letters", "", String[].class)).containsExactly("bob: Dear editors");
        assertThatThrownBy(() -> bob().request("letters", "", String[].class))
                .isInstanceOf(OperationException.class)
                .hasMessage("letters are for editors");
    }

    @Test
    void methodsThatAskForARoleAreCalledForThoseWhoHaveIt() throws Exception {
        assertThat(bob().request("subscribe", "", String.class)).isEqualTo("bob subscribed");
        assertThat(ada().request("publish", "News", String.class)).isEqualTo("News, by ada");
        assertThat(ada().request("have it published", "News", String.class)).isEqualTo("News, by ada");
    }

    @ParameterizedTest
    @CsvSource({
        "publish, 'not allowed: \"publish\" wants one of [editors]'",
        "have it published, internal error",
    })
    void methodsThatAskForARoleAreNotCalledForOthers(String operation, String error) throws Exception {
        for (Sock sock : List.of(bob(), guest())) {
            assertThatThrownBy(() -> sock.request(operation, "News", String.class))
                    .isInstanceOf(OperationException.class)
                    .hasMessageStartingWith(error);
        }
    }

    @Test
    void rolesHoldOnBeansThatAreNoSessionBeans() throws Exception {
        ada().request("pin", "News");

        assertRefused(bob(), "pin", "wants one of [editors]");
        assertRefused(guest(), "pin", "wants one of [editors]");
        assertRefused(guest(), "read the board", "wants a user who has signed in");
        assertThat(guest().request("size of the board", "", int.class)).isPositive();
        try (StreamReader board = bob().requestParts("read the board", "")) {
            assertThat(board.values(String.class)).contains("ada: News");
        }
    }

    @Test
    void peersOverTcpSignInWithATokenAndHaveItsRoles() throws Exception {
        String door = ada().request("doors", "", String[].class)[0];
        try (Gotalk gotalk = Gotalk.create()) {
            Sock sock = gotalk.connect(door);
            assertRefused(sock, "size of the board", "wants a user who has signed in");
            assertThatThrownBy(() -> sock.signIn("eve's token")).hasMessage("sign-in refused");

            sock.signIn("bob's token");
            assertThat(sock.request("size of the board", "", int.class)).isNotNegative();
            assertRefused(sock, "pin", "wants one of [editors]");

            Sock ada = gotalk.connect(door);
            ada.signIn("ada's token");
            ada.request("pin", "by token");
            try (StreamReader board = sock.requestParts("read the board", "")) {
                assertThat(board.values(String.class)).contains("ada: by token");
            }
        }
    }

    @Test
    void anEndpointForUsersAloneRefusesTheHandshakeOfNobody() throws Exception {
        for (String path : List.of("users", "users/")) {
            assertThat(Handshake.packed(server.address()).path(path).refusal()).isEqualTo(401);
        }
        HttpRequest status =
                HttpRequest.newBuilder(server.address().resolve("users/status")).build();
        assertThat(HttpClient.newHttpClient()
                        .send(status, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
        Sock ada = clients.connectAs("ada", "ada's secret", "users");
        assertThat(who(ada)).isEqualTo("ada, an editor");
    }

    private static void assertRefused(Sock sock, String operation, String wants) {
        assertThatThrownBy(() -> sock.request(operation, "x", byte[].class))
                .isInstanceOf(OperationException.class)
                .hasMessage("not allowed: \"" + operation + "\" " + wants);
    }

    @Test
    void allThatIsDoneForAConnectionIsDoneAsItsUser() throws Exception {
        Sock ada = ada();
        CountDownLatch beat = new CountDownLatch(1);
        ada.serve(Handlers.create().handleNotification("beat", String.class, (peer, nothing) -> beat.countDown()));
        ada.notify("said", "hello");
        String id = idOf(ada);
        try (StreamCall parts = ada.streamRequest("count")) {
            parts.request().write(new byte[] {1});
            parts.request().write(new byte[] {2});
            assertThat(parts.finish(Long.class)).isEqualTo(2);
        }
        try (StreamReader numbers = ada.requestParts("numbers", "")) {
            assertThat(numbers.parts()).hasSize(3);
        }
        assertThat(beat.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        ada.close();

        assertThat(bob().request("deeds of", id, String[].class))
                .containsExactly(
                        "closed as ada",
                        "heartbeat as ada",
                        "notification as ada",
                        "opened as ada",
                        "part as ada",
                        "part of an answer as ada",
                        "request as ada");
    }

    /** Open Liberty itself closes such a connection with 1008, which says neither why nor whether to come back. */
    @Test
    void whoSignedInWithAPasswordReadsThatTheSessionHasEnded() throws Exception {
        Browser ada = new Browser(server.address(), "ada");
        ada.get("session");
        Sock sock = clients.connect("gotalk", ada.options());

        ada.post("end-session");

        CloseReason reason = sock.closed().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(reason).isEqualTo(CloseReason.of(CloseReason.Code.SIGNED_OUT, "the user has signed out"));
    }

    @Test
    void whatIsDoneWithAPeersAnswerIsDoneAsThatPeersUser() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Sock bob = bob();
        bob.serve(Handlers.create()
                .handle("say something", String.class, nothing -> answer)
                .handleNotification("now", String.class, (peer, nothing) -> answer.complete("hello")));

        assertThat(ada().request("who answers", idOf(bob), String.class)).isEqualTo("bob");
    }

    @Test
    void whatAUserSetsOffForAnotherPeerIsNotDoneAsThisUser() throws Exception {
        Sock ada = ada();
        String bob = idOf(bob());
        String guest = idOf(guest());
        ada.request("send away", bob);
        ada.request("send away", guest);

        assertThat(ada.request("deeds of", bob, String[].class)).contains("closed as bob");
        assertThat(ada.request("deeds of", guest, String[].class)).contains("closed as nobody");
    }

    @Test
    void usersWhoseHandlersRunAtTheSameTimeAreNotTakenForEachOther() throws Exception {
        record Expected(String answer, CompletableFuture<String> call) {}
        List<Expected> calls = new ArrayList<>();
        Sock ada = ada();
        Sock bob = bob();
        Sock guest = guest();
        for (int round = 0; round < 500; round++) {
            String operation = round % 10 == 0 ? "who am I beside another" : "who am I";
            calls.add(new Expected("ada, an editor", call(ada, operation)));
            calls.add(new Expected("bob", call(bob, operation)));
            calls.add(new Expected("nobody", call(guest, operation)));
        }
        for (Expected expected : calls) {
            assertThat(expected.call().get(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo(expected.answer());
        }
    }

    private static CompletableFuture<String> call(Sock sock, String operation) {
        return sock.requestAsync(operation, "", String.class).toCompletableFuture();
    }
}
