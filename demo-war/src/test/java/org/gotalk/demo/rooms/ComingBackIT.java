package org.gotalk.demo.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.demo.peer.Clients;
import org.gotalk.demo.rooms.RoomsApplication.Words;
import org.gotalk.jakarta.Archives;
import org.gotalk.spi.Application;
import org.gotalk.testing.SlowLink;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page in a room whose network fails: what it missed follows, once and in order. */
@BrowserTest
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ComingBackIT {

    private static final int RATE = 10 << 20; // bytes a second

    @ArquillianResource
    private URI base;

    private SlowLink link;
    private Clients clients;
    private Sock publisher;

    @Deployment(testable = false)
    static WebArchive archive() {
        WebArchive archive = Archives.bare()
                .addClasses(RoomsApplication.class, Words.class)
                .addAsServiceProvider(Application.class, RoomsApplication.class);
        List.of("page.html", "page.js").forEach(file -> archive.addAsWebResource("rooms/" + file, file));
        return archive;
    }

    @BeforeEach
    void connect() throws IOException {
        link = new SlowLink(base.getPort(), RATE);
        clients = new Clients(base, Limits.defaults());
        publisher = clients.connect();
    }

    @AfterEach
    void disconnect() throws IOException {
        clients.close();
        link.close();
    }

    @Test
    void whatWasMissedFollowsOnceAndInOrder(Page page) {
        open(page);
        page.evaluate("sock.join('r1')");
        publish("r1", "1", "2");
        page.waitForFunction("heard.length === 2");

        link.goDown();
        publish("r1", "3");
        page.evaluate("['a', 'b'].forEach((text) => sock.notify('say', 'r1 ' + text))");
        link.cut();
        publish("r1", "4", "5");
        page.waitForFunction("!sock.ws");
        page.evaluate("sock.notify('say', 'r1 c')");
        link.goUp();

        page.waitForFunction("resumed.length > 0");
        publish("r1", "6");
        page.waitForFunction("heard.includes('6')");
        assertThat(page.evaluate("heard")).isEqualTo(List.of("1", "2", "3", "4", "5", "6"));
        assertThat(page.evaluate("resumed")).isEqualTo(List.of(Map.of("recovered", true, "rooms", List.of("r1"))));
        page.waitForFunction("sock.request('said', 'r1').then((said) => said.length > 2)");
        assertThat(page.evaluate("sock.request('said', 'r1')")).isEqualTo(List.of("r1 a", "r1 b", "r1 c"));
    }

    @Test
    void aConnectionThatIsCutAgainAndAgainLosesNothing(Page page) {
        open(page);
        page.evaluate("sock.join('r2')");
        for (int round = 1; round <= 5; round++) {
            link.goDown();
            publish("r2", round + ".1");
            page.evaluate("round => sock.notify('say', 'r2 ' + round)", round);
            link.cut();
            publish("r2", round + ".2");
            link.goUp();
            page.waitForFunction("round => resumed.length === round", round);
        }

        publish("r2", "end");
        page.waitForFunction("heard.includes('end')");
        assertThat(page.evaluate("heard.join(' ')")).isEqualTo("1.1 1.2 2.1 2.2 3.1 3.2 4.1 4.2 5.1 5.2 end");
        assertThat(page.evaluate("resumed.every(({ recovered }) => recovered)")).isEqualTo(true);
        page.waitForFunction("sock.request('said', 'r2').then((said) => said.length > 4)");
        assertThat(page.evaluate("sock.request('said', 'r2')"))
                .isEqualTo(List.of("r2 1", "r2 2", "r2 3", "r2 4", "r2 5"));
    }

    @Test
    void aPageThatSaysNoHelloHearsNothingOfSessions(Page page) {
        open(page);
        page.evaluate("plain = speakPlainly(address)");
        page.evaluate("plain.join('r3')");
        publish("r3", "1");
        page.waitForFunction("plain.received.endsWith('\"1\"')");

        link.cut();
        publish("r3", "2");
        link.goUp();
        page.evaluate("again = speakPlainly(address)");
        page.evaluate("again.join('r3')");
        publish("r3", "3");
        page.waitForFunction("again.received.endsWith('\"3\"')");

        assertThat((String) page.evaluate("plain.received + again.received"))
                .doesNotContain("$gotalk/", "\"2\"", "session");
    }

    @Test
    void whoClosesThePageHasLeftAtOnce(Page page) {
        open(page);
        page.evaluate("sock.join('r4')");
        assertThat(publish("r4", "1")).isEqualTo(1);

        page.navigate("about:blank");

        assertThat(publisher.request("somebody leaves", "r4".getBytes(UTF_8), byte[].class))
                .isEmpty();
        assertThat(publish("r4", "2")).isZero();
    }

    private void open(Page page) {
        page.navigate("http://localhost:" + link.port() + base.getPath() + "page.html");
        page.waitForFunction("sock.session");
    }

    /** Returns how many are in the room. */
    private int publish(String room, String... texts) {
        return publisher.request("publish", new Words(room, List.of(texts)), Integer.class);
    }
}
