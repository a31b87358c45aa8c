package org.gotalk.demo.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.jakarta.Archives;
import org.gotalk.spi.Application;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Streams between a page and the server, in a real browser, in either framing. */
@BrowserTest
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StreamingPageIT {

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        WebArchive archive = Archives.bare()
                .addClass(StreamingApplication.class)
                .addAsServiceProvider(Application.class, StreamingApplication.class);
        List.of("page.html", "page.js").forEach(file -> archive.addAsWebResource("streams/" + file, file));
        return archive;
    }

    @Test
    void passWithOurSubprotocol(Page page) {
        assertThat(problemsOf(page, "")).isEmpty();
        assertThat(page.evaluate("sock.ws.protocol")).isEqualTo("gotalk.v1");
    }

    @Test
    void passWithTheReferencesFraming(Page page) {
        assertThat(problemsOf(page, "#no-subprotocol")).isEmpty();
        assertThat(page.evaluate("sock.ws.protocol")).isEqualTo("");
    }

    private List<?> problemsOf(Page page, String mode) {
        page.navigate(base.resolve("page.html") + mode);
        return (List<?>) page.evaluate("problems()");
    }
}
