package org.gotalk.demo.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.demo.peer.Clients;
import org.gotalk.jakarta.Archives;
import org.gotalk.net.ConnectOptions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers know the request that opened the connection, as far as the settings say. */
@RunAsClient
@ArquillianTest
class HandshakeIT {

    @ArquillianResource
    private URI base;

    private Clients clients;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.with(
                Archives.servingBeans(Arrivals.class, CartServlet.class),
                Map.of(
                        "gotalk.handshake-headers", "Accept-Language, X-None",
                        "gotalk.handshake-cookies", "theme",
                        "gotalk.session-attributes", "cart"));
    }

    @BeforeEach
    void open() {
        clients = new Clients(base, Limits.defaults());
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> arrival(ConnectOptions options) {
        return clients.connect("gotalk", options).request("arrival", "", Map.class);
    }

    @Test
    void headersAndCookiesOfTheSettingsAreThoseOfTheHandshake() {
        Map<String, String> arrival = arrival(
                ConnectOptions.defaults().header("Accept-Language", "da").header("Cookie", "theme=dark; token=x"));

        assertThat(arrival)
                .containsEntry("path", base.getPath() + "gotalk")
                .containsEntry("language", "da")
                .containsEntry("headers", "[accept-language]")
                .containsEntry("cookies", "{theme=dark}")
                .containsEntry("session", "")
                .containsEntry("attributes", "[]");
    }

    @Test
    void theSessionOfTheHandshakeIsKnownByItsIdAndAttributes() throws Exception {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        String id = browser.send(HttpRequest.newBuilder(base.resolve("cart")).build(), BodyHandlers.ofString())
                .body();
        String cookie = cookies.getCookieStore().getCookies().stream()
                .map(one -> one.getName() + "=" + one.getValue())
                .collect(Collectors.joining("; "));

        assertThat(arrival(ConnectOptions.defaults().header("Cookie", cookie)))
                .containsEntry("session", id)
                .containsEntry("cart", "tea")
                .containsEntry("attributes", "[cart]");
    }

    @Test
    void theSessionItselfIsOutOfReach() {
        assertThatThrownBy(() -> clients.connect().request("cart", "", String.class))
                .isInstanceOf(OperationException.class)
                .hasMessageStartingWith("internal error");
    }
}
