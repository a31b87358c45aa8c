package org.gotalk.demo.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.Sock;
import org.gotalk.demo.peer.Clients;
import org.gotalk.demo.server.RestartableServer;
import org.gotalk.net.ConnectionState;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ReconnectOptions;
import org.gotalk.net.ReconnectingSock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection of a user who has signed in with a form ends when the user does no longer. */
class SignOutIT {

    private static final long LONGEST_SECONDS = 90;

    private static RestartableServer server;

    private final Gotalk gotalk = Gotalk.builder().build();

    @BeforeAll
    static void startServer() throws Exception {
        server = NewspaperServer.named("gotalk-sign-out");
        server.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.stopIfRunning();
    }

    @AfterEach
    void close() {
        gotalk.close();
    }

    private static Browser browserOf(String name) throws Exception {
        return new Browser(server.address()).signIn(name);
    }

    private static String endpoint() {
        return Clients.endpoint(server.address(), "gotalk");
    }

    private Sock connect(Browser reader) {
        return gotalk.connect(endpoint(), reader.options());
    }

    private static CloseReason end(Sock sock) throws Exception {
        return sock.closed().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private static String who(Sock sock) {
        return sock.request("who", "", String.class);
    }

    @ParameterizedTest
    @CsvSource({
        "sign-out, SIGNED_OUT",
        "end-session, SIGNED_OUT",
        "let-session-expire, EXPIRED",
        "ibm_security_logout, SIGNED_OUT",
    })
    void connectionsEndWithTheSessionOfTheirUser(String way, Code code) throws Exception {
        Browser ada = browserOf("ada");
        Sock one = connect(ada);
        Sock other = connect(ada);
        Sock bob = connect(browserOf("bob"));
        assertThat(who(one)).isEqualTo("ada");

        ada.post(way);

        assertThat(end(one).code()).isEqualTo(code);
        assertThat(end(other).code()).isEqualTo(code);
        assertThat(who(bob)).isEqualTo("bob");
    }

    @Test
    void connectionsWithoutSessionEndWithTheSignOutOfTheirUser() throws Exception {
        Browser ada = browserOf("ada");
        Sock hers = gotalk.connect(endpoint(), ada.optionsWithoutSession());
        Sock bob = gotalk.connect(endpoint(), browserOf("bob").optionsWithoutSession());
        assertThat(who(hers)).isEqualTo("ada");

        ada.post("sign-out");

        assertThat(end(hers).code()).isEqualTo(Code.SIGNED_OUT);
        assertThat(who(bob)).isEqualTo("bob");
    }

    @Test
    void aConnectionThatStaysDoesNotComeBackAfterASignOut() throws Exception {
        Browser ada = browserOf("ada");
        ReconnectingSock sock =
                gotalk.stayConnected(endpoint(), ReconnectOptions.defaults().connect(ada.options()));
        assertThat(who(sock)).isEqualTo("ada");

        ada.post("sign-out");

        assertThat(end(sock).code()).isEqualTo(Code.SIGNED_OUT);
        assertThat(sock.state()).isInstanceOf(ConnectionState.Closed.class);
    }

    @Test
    void theApplicationClosesWhatAUserHasOpen() throws Exception {
        Sock bob = connect(browserOf("bob"));
        connect(browserOf("ada")).request("expel", "bob");

        assertThat(end(bob)).isEqualTo(CloseReason.of(Code.KICKED, "an editor has expelled you"));
    }

    @Test
    void theStatusSaysWhoIsAsking() throws Exception {
        assertThat(browserOf("ada").get("gotalk/status").body())
                .isEqualTo("{\"user\":\"ada\",\"mayConnect\":true,\"draining\":false}\n");
        assertThat(new Browser(server.address()).get("gotalk/status").statusCode())
                .isEqualTo(302);
    }

    @Test
    void aClientThatHasNotSignedInIsToldToDoSo() {
        assertThatThrownBy(() -> connect(new Browser(server.address())))
                .hasStackTraceContaining("sign-in.html, most likely because it wants a sign-in");
    }

    @Test
    void peersMayComeBackAfterTheServerHasStopped() throws Exception {
        Sock ada = connect(browserOf("ada"));

        server.stop();

        assertThat(end(ada).isFinal()).isFalse();
        server.start();
    }
}
