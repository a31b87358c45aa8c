package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One application with several doors. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class EndpointsIT {

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.with(
                Archives.serving(SetsApplication.class),
                Map.of("gotalk.endpoints", "/admin=admin, /gotalk/public=public"));
    }

    @ParameterizedTest
    @CsvSource({"admin, admin", "admin/, admin", "gotalk/public, public", "gotalk/public/, public"})
    void eachEndpointServesItsSet(String path, String set) throws Exception {
        try (Client client = connected(path)) {
            assertThat(client.ask("which")).isEqualTo("the set " + set);
            assertThat(client.ask("who")).isEqualTo("everybody");
        }
    }

    @Test
    void theFirstEndpointServesTheDefaultHandlers() throws Exception {
        try (Client client = connected("gotalk")) {
            assertThat(client.ask("who")).isEqualTo("everybody");
            assertThatThrownBy(() -> client.ask("which")).hasMessageContaining("unknown operation \"which\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gotalk/gotalk.js", "admin/gotalk.js", "gotalk/public/gotalk.mjs"})
    void theScriptsAreBelowEachEndpoint(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "gotalk/public/"})
    void foreignPagesAreRefusedAtEachEndpoint(String path) {
        assertThatThrownBy(() -> Client.connectFrom("https://example.org", base, path))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(e -> assertThat(((WebSocketHandshakeException) e.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(403));
    }

    private Client connected(String path) throws Exception {
        Client client = Client.connect(base, path, "gotalk.v1");
        client.send("01");
        assertThat(client.next(2)).isEqualTo("01");
        return client;
    }
}
