package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.gotalk.demo.peer.Handshake;
import org.gotalk.demo.peer.RawClient;
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
        try (RawClient client = Handshake.packed(base).path(path).connect()) {
            assertThat(client.ask("which")).isEqualTo("the set " + set);
            assertThat(client.ask("who")).isEqualTo("everybody");
        }
    }

    @Test
    void theFirstEndpointServesTheDefaultHandlers() throws Exception {
        try (RawClient client = RawClient.connected(base)) {
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
    void foreignPagesAreRefusedAtEachEndpoint(String path) throws Exception {
        Handshake foreign = Handshake.reference(base).path(path).origin("https://example.org");
        assertThat(foreign.refusal()).isEqualTo(403);
    }
}
