package org.gotalk.demo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason.Code;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.demo.peer.Clients;
import org.gotalk.demo.server.RestartableServer;
import org.gotalk.jakarta.Archives;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A user is who the token of the handshake says, with the groups that it says, for as long as it says. */
class TokenExpiryIT {

    private static final Path FILES = Path.of("src", "test", "token");
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final long LONGEST_SECONDS = 60;

    private static TokenIssuer issuer;
    private static RestartableServer server;

    private final Gotalk gotalk = Gotalk.builder().build();

    @BeforeAll
    static void startServer() throws Exception {
        issuer = new TokenIssuer();
        WebArchive application = Archives.servingBeans(Archive.class)
                .setWebXML(FILES.resolve("web.xml").toFile())
                .addAsResource(new StringAsset(issuer.publicKey()), "META-INF/issuer.pem")
                .addAsResource(
                        new StringAsset("mp.jwt.verify.publickey.location=/META-INF/issuer.pem\n"),
                        "META-INF/microprofile-config.properties");
        server = RestartableServer.of("gotalk-tokens", application).configuredBy(FILES.resolve("tokens.xml"));
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

    private Sock connect(String user, String group, Duration validity) throws GeneralSecurityException {
        String token = issuer.token(user, group, Instant.now().plus(validity));
        return gotalk.connect(
                Clients.endpoint(server.address(), "gotalk"),
                ConnectOptions.defaults().bearerToken(() -> token));
    }

    @Test
    void aTokenSaysWhoItsUserIsAndWhatThatUserMayDo() throws Exception {
        Sock ada = connect("ada", "editors", LONG);
        Sock bob = connect("bob", "readers", LONG);

        assertThat(ada.request("who", "", String.class)).isEqualTo("ada");
        assertThat(ada.request("erase", "an article", String.class)).isEqualTo("erased an article");
        assertThatThrownBy(() -> bob.request("erase", "an article", String.class))
                .isInstanceOf(OperationException.class)
                .hasMessage("not allowed: \"erase\" wants one of [editors]");
    }

    @Test
    void aConnectionEndsWhenItsTokenExpires() throws Exception {
        Sock lasting = connect("ada", "editors", LONG);
        Sock brief = connect("bob", "readers", SHORT);
        assertThat(brief.request("who", "", String.class)).isEqualTo("bob");

        assertThat(brief.closed()
                        .toCompletableFuture()
                        .get(LONGEST_SECONDS, TimeUnit.SECONDS)
                        .code())
                .isEqualTo(Code.EXPIRED);
        assertThat(lasting.request("who", "", String.class)).isEqualTo("ada");
    }

    @Test
    void aTokenThatHasExpiredOpensNoConnection() {
        assertThatThrownBy(() -> connect("ada", "editors", Duration.ofMinutes(-1)))
                .hasStackTraceContaining("401");
    }
}
