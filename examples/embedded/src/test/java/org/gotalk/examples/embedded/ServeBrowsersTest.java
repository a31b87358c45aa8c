package org.gotalk.examples.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.catalina.startup.Tomcat;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example serves a page, the script, and the beans. */
class ServeBrowsersTest {

    private final SeContainer beans = SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Guests.class)
            .initialize();

    @AutoClose
    private final Gotalk clients = Gotalk.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start() throws Exception {
        tomcat = ServeBrowsers.started("guests.html", 0);
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        beans.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Test
    void pageAndScriptAreThere() throws Exception {
        assertThat(get("/").body()).contains("gotalk/gotalk.js");
        assertThat(get("/gotalk/gotalk.js").statusCode()).isEqualTo(200);
    }

    @Test
    void theBeanAnswers() {
        try (Sock page =
                clients.connect("ws://localhost:" + tomcat.getConnector().getLocalPort() + "/gotalk")) {
            assertThat(page.request("greet", "Ann", String.class)).isEqualTo("Hello Ann, there are 1 of us");
        }
    }
}
