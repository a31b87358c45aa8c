package org.gotalk.demo;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.gotalk.demo.browser.BrowserTest;
import org.junit.jupiter.api.Test;

/** What a page reads that was busy for longer than its time limits. */
@BrowserTest
class BlockedPageIT extends DemoTest {

    private static final String BUSY =
            "const busy = (ms) => { for (const end = Date.now() + ms; Date.now() < end; ); };";

    @Test
    void aResultThatIsInWinsOverATimeoutThatFiresLate(Page page) {
        enter(page);

        for (int i = 0; i < 10; i++) {
            Object result = page.evaluate(inThePage("""
                    const result = sock.request('echo', 'in time', { timeout: 200 });
                    // The request goes out before the page is busy.
                    await new Promise((done) => setTimeout(done));
                    busy(800);
                    return result.catch((error) => error.name);
                    """));

            Assertions.assertThat(result).isEqualTo("in time");
        }
    }

    @Test
    void aResultThatDoesNotComeIsATimeoutNevertheless(Page page) {
        enter(page);

        Object result = page.evaluate(inThePage("""
                const result = sock.request('echo', 'never', { timeout: 200 });
                const { onmessage } = sock.ws;
                sock.ws.onmessage = null;
                await new Promise((done) => setTimeout(done));
                busy(500);
                return result.catch((error) => error.name).finally(() => (sock.ws.onmessage = onmessage));
                """));

        Assertions.assertThat(result).isEqualTo("TimeoutError");
    }

    private static String inThePage(String body) {
        return "async () => {" + BUSY + body + "}";
    }
}
