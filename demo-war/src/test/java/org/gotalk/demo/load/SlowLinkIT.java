package org.gotalk.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.demo.peer.Clients;
import org.gotalk.jakarta.Archives;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.gotalk.spi.Application;
import org.gotalk.testing.SlowLink;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link that takes several write timeouts for one message, in front of the server. */
@RunAsClient
@ArquillianTest
class SlowLinkIT {

    private static final int RATE = 600 * 1024; // bytes a second
    private static final int SLOWER_RATE = 75 * 1024;
    private static final Limits PATIENT = Limits.builder()
            .maxPayload(SlowLinkApplication.SIZE)
            .requestTimeout(Duration.ofMinutes(2))
            .build();

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        WebArchive archive = Archives.bare()
                .addClass(SlowLinkApplication.class)
                .addAsServiceProvider(Application.class, SlowLinkApplication.class);
        return Archives.with(
                archive,
                Map.of(
                        "gotalk.write-timeout",
                        "5s",
                        "gotalk.max-payload",
                        String.valueOf(SlowLinkApplication.SIZE),
                        "gotalk.max-websocket-message",
                        String.valueOf(SlowLinkApplication.SIZE)));
    }

    /** Open Liberty's TCP channel has a limit of 60 s for a write that has none of its own. */
    @Test
    void aMessageMayTakeLongerThanTheContainersOwnLimit() throws Exception {
        try (SlowLink link = new SlowLink(base.getPort(), SLOWER_RATE);
                Gotalk client = Gotalk.builder().limits(PATIENT).build()) {
            URI slow = URI.create("http://localhost:" + link.port() + base.getPath());
            Sock sock = client.connect(
                    Clients.endpoint(slow, "gotalk"), ConnectOptions.defaults().subprotocols());
            assertThat(sock.request("large", new byte[0], byte[].class)).hasSize(SlowLinkApplication.SIZE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gotalk.v1", ""})
    void largeMessagesPassSlowlyInBothFramings(String subprotocol) throws Exception {
        ConnectOptions options = subprotocol.isEmpty()
                ? ConnectOptions.defaults().subprotocols()
                : ConnectOptions.defaults().subprotocols(subprotocol);
        try (SlowLink link = new SlowLink(base.getPort(), RATE);
                Gotalk client = Gotalk.builder().limits(PATIENT).build()) {
            URI slow = URI.create("http://localhost:" + link.port() + base.getPath());
            Sock sock = client.connect(Clients.endpoint(slow, "gotalk"), options);
            assertThat(sock.request("large", new byte[0], byte[].class)).hasSize(SlowLinkApplication.SIZE);
            assertThat(sock.request("size", new byte[SlowLinkApplication.SIZE], Integer.class))
                    .isEqualTo(SlowLinkApplication.SIZE);
        }
    }
}
