package org.gotalk.demo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.jakarta.Archives;
import org.gotalk.recorded.Segments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page written for the reference's browser library works on ours, unchanged and whatever the framing. */
@BrowserTest
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ReferencePageIT {

    /** What the page tries. It tells each by its name, and what is wrong after it. */
    private static final List<String> CHECKS = List.of(
            "text in ASCII",
            "text with umlauts",
            "text in Japanese and Chinese",
            "text with emoji",
            "text with emoji of several code points",
            "text that JSON must escape",
            "empty text",
            "long text",
            "open",
            "heartbeat",
            "promise",
            "many at once",
            "value of any kind",
            "no value",
            "buffer of text",
            "buffer of bytes",
            "empty buffer",
            "buffer promise",
            "error",
            "error as promise",
            "unknown operation",
            "failure of the server",
            "notification",
            "request of the server",
            "emoji in a request of the server",
            "buffer request of the server",
            "refusal of a request of the server",
            "unknown request of the server",
            "end");

    @ArquillianResource
    private URI base;

    /** What the server sent to the page. */
    private final List<WebSocketFrame> received = new ArrayList<>();

    private @Nullable Object subprotocol;

    @Deployment(testable = false)
    static WebArchive archive() {
        WebArchive archive = Archives.servingBeans(RecordedBeans.class, RecordedBeans.Callback.class);
        for (String file : List.of("page.html", "page.js", "checks.js")) {
            archive.addAsWebResource("reference/" + file, file);
        }
        return Archives.with(archive, Map.of("gotalk.heartbeat-interval", "PT1S"));
    }

    @Test
    void worksWithOurSubprotocol(Page page) {
        assertThat(resultsOf(page, "")).containsExactlyInAnyOrderElementsOf(CHECKS);
        assertThat(subprotocol).isEqualTo("gotalk.v1");
    }

    @Test
    void worksWithTheReferencesFraming(Page page) {
        assertThat(resultsOf(page, "#no-subprotocol")).containsExactlyInAnyOrderElementsOf(CHECKS);
        assertThat(subprotocol).isEqualTo("");
        assertThatEachHeaderAndEachPayloadCameByItself();
        assertThat(received).allMatch(frame -> frame.binary() != null);
    }

    @Test
    void worksInTextMode(Page page) {
        assertThat(resultsOf(page, "#text")).containsExactlyInAnyOrderElementsOf(CHECKS);
        assertThat(subprotocol).isEqualTo("");
        assertThatEachHeaderAndEachPayloadCameByItself();
    }

    private List<String> resultsOf(Page page, String mode) {
        page.onWebSocket(socket -> socket.onFrameReceived(received::add));
        page.navigate(base.resolve("page.html") + mode);
        page.waitForFunction("Object.keys(unfinished).join() === 'end'");
        subprotocol = page.evaluate("sock.ws.protocol");
        page.evaluate("sock.end()");
        page.waitForSelector("#results.done");
        return page.locator("#results li").allTextContents();
    }

    private void assertThatEachHeaderAndEachPayloadCameByItself() {
        List<String> messages = received.stream().map(ReferencePageIT::bytes).toList();
        assertThat(messages).hasSizeGreaterThan(2 * CHECKS.size()).startsWith("01");
        assertThat(Segments.of(messages)).hasSameSizeAs(messages);
    }

    /** One character each. */
    private static String bytes(WebSocketFrame frame) {
        byte[] bytes = frame.binary() == null ? frame.text().getBytes(StandardCharsets.UTF_8) : frame.binary();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
