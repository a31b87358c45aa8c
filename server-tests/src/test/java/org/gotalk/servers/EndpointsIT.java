package org.gotalk.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.net.ConnectOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An endpoint class of the application's own, with parameters in its path. */
@ExtendWith(Recorded.class)
class EndpointsIT {

    private static final long LONGEST_SECONDS = 30;

    @RegisterExtension
    static final KitApplication APPLICATION = new KitApplication();

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final ConnectOptions options = ConnectOptions.defaults()
            .handlers(Handlers.create()
                    .handleNotification("welcome", String.class, (peer, text) -> heard.add(text))
                    .handleNotification("left", String.class, (peer, who) -> heard.add("somebody left")));

    private void hears(String text) throws InterruptedException {
        assertThat(heard.poll(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo(text);
    }

    @Test
    void anEndpointOfItsOwnHasTheParametersOfItsPath() throws Exception {
        try (Sock sock = APPLICATION.connect("rooms/7%20b/talk", options)) {
            hears("This is room 7 b");
            assertThat(sock.request("order", new KitBean.Order("tea", 2, 1.5), KitBean.Order.class)
                            .count())
                    .isEqualTo(3);
        }
    }

    @Test
    void anEndpointOfItsOwnHasBeansAndHearsOfTheEnd() throws Exception {
        try (Sock bystander = APPLICATION.connect("rooms/8/talk", options)) {
            hears("This is room 8");
            APPLICATION.connect("rooms/9/talk", ConnectOptions.defaults()).close();
            hears("somebody left");
            assertThat(bystander.isOpen()).isTrue();
        }
    }

    @Test
    void anEndpointOfItsOwnRefusesOtherOrigins() {
        ConnectOptions stranger = ConnectOptions.defaults().header("Origin", "https://elsewhere.example");
        assertThatThrownBy(() -> APPLICATION.connect("rooms/7/talk", stranger)).hasStackTraceContaining("403");
    }

    @Test
    void anEndpointOfItsOwnSaysWhoMayConnect() throws Exception {
        URI status = APPLICATION.address().resolve("rooms/7/talk/status");
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(status).build(), BodyHandlers.ofString())
                        .body())
                .contains("\"mayConnect\":true");
    }
}
