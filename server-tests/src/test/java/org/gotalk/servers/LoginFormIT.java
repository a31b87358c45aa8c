package org.gotalk.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;
import org.gotalk.ConnectFailedException;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.net.ConnectOptions;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users of the server sign in with a form, as in a browser: the handshake has the cookie of their session. */
@ExtendWith(Recorded.class)
class LoginFormIT {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String FORM = """
              <login-config>
                <auth-method>FORM</auth-method>
                <form-login-config>
                  <form-login-page>/login.html</form-login-page>
                  <form-error-page>/wrong.html</form-error-page>
                </form-login-config>
              </login-config>
            """;

    @RegisterExtension
    static final KitApplication APPLICATION = new KitApplication(LoginFormIT::archive, UsersArchive.PUBLIC);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NORMAL)
            .version(Version.HTTP_1_1)
            .build();

    private static WebArchive archive() {
        return UsersArchive.create(FORM)
                .addAsWebResource(new StringAsset("the form"), "login.html")
                .addAsWebResource(new StringAsset("wrong"), "wrong.html");
    }

    private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = browser.send(request.timeout(LONGEST).build(), BodyHandlers.ofString());
        return response.body();
    }

    /** What the page says that the browser is sent to at the end. */
    private String signIn(String user, String password) throws IOException, InterruptedException {
        URI status = APPLICATION.address().resolve("gotalk/status");
        assertThat(answer(HttpRequest.newBuilder(status))).isEqualTo("the form");
        return answer(HttpRequest.newBuilder(APPLICATION.address().resolve("j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("j_username=" + user + "&j_password=" + password)));
    }

    private Sock connect() {
        String sent = cookies.getCookieStore().get(APPLICATION.address()).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return APPLICATION.connect(ConnectOptions.defaults().header("Cookie", sent));
    }

    @Test
    void theUserOfAFormIsThatOfTheConnection() throws Exception {
        assertThat(signIn("ada", User.ADA.password())).contains("\"mayConnect\":true");

        try (Sock ada = connect()) {
            assertThat(ada.request("who am I", "", String.class)).isEqualTo("ada");
            assertThat(ada.request("publish", "News", String.class)).isEqualTo("News!");
        }
    }

    @Test
    void aUserOfAFormWithoutTheRoleIsRefused() throws Exception {
        signIn("bob", User.BOB.password());

        try (Sock bob = connect()) {
            assertThat(bob.request("who am I", "", String.class)).isEqualTo("bob");
            assertThatThrownBy(() -> bob.request("publish", "News", String.class))
                    .isInstanceOfSatisfying(
                            OperationException.class, e -> assertThat(e.code()).hasValue("forbidden"));
        }
    }

    @Test
    void aHandshakeWithoutASignInDoesNotConnect() throws Exception {
        assertThatThrownBy(APPLICATION::connect).isInstanceOf(ConnectFailedException.class);
        assertThat(signIn("ada", "wrong")).isEqualTo("wrong");
        assertThatThrownBy(this::connect).isInstanceOf(ConnectFailedException.class);
    }
}
