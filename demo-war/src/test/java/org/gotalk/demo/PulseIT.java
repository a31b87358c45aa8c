package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.demo.browser.BrowserTest.OnPhone;
import org.junit.jupiter.api.Test;

/** The plots of the round trip and of the server's load. */
@BrowserTest
class PulseIT extends DemoTest {

    private static final Pattern LINE = Pattern.compile("M[\\d.]+ [\\d.]+.*");

    @Test
    void theRoundTripAndTheLoadAreShownAsValuesAndAsLines(Page page) {
        enter(page);

        assertThat(roundTrip(page)).hasText(Pattern.compile("\\d+(\\.\\d)? ms"));
        assertThat(page.locator("#pulse-load")).hasText(Pattern.compile("\\d+ %"));
        assertThat(page.locator(".round-trips .plot-line")).hasAttribute("d", LINE);
        assertThat(page.locator(".loads .plot-line")).hasAttribute("d", LINE);
        assertThat(page.locator(".round-trips .plot-label").first()).hasText("0 ms");
        assertThat(page.locator(".loads .plot-label").last()).hasText("100 %");
    }

    @Test
    void whoCannotSeeThePlotsIsToldWhatTheyShow(Page page) {
        enter(page);

        assertThat(page.locator("#pulse")).hasAttribute("aria-describedby", "pulse-summary");
        assertThat(page.locator("#pulse-summary"))
                .hasText(Pattern.compile("In the last 3 minutes: a round trip took .* ms to .* ms;"
                        + " the server’s load was \\d+ % to \\d+ %; always connected\\."));
    }

    @Test
    void aTimeWithoutAConnectionIsAGap(Page page) {
        ChatWindow ada = enter(page);
        assertThat(roundTrip(page)).containsText("ms");

        page.evaluate("sock.keepalive.disable(); sock.ws.close()");

        assertThat(roundTrip(page)).hasText("–");
        assertThat(page.locator(".round-trips .plot-gap")).hasCount(1);
        assertThat(page.locator("#pulse-summary")).containsText("without a connection 1 time.");
        page.evaluate("sock.keepalive.enable()");
        assertThat(ada.indicator()).hasAttribute("data-state", "online");
        assertThat(roundTrip(page)).containsText("ms");
        assertThat(page.locator(".round-trips .plot-gap")).hasCount(1);
    }

    @Test
    void nothingIsMeasuredWhileNobodyLooks(Page page) {
        page.clock().install();
        enter(page);
        assertThat(roundTrip(page)).containsText("ms");
        page.evaluate("window.pings = 0; void sock.on('frame', ({name}) => { pings += name === 'ping' ? 1 : 0; })");

        page.clock().runFor(10_000);
        Assertions.assertThat((int) page.evaluate("pings")).isPositive();
        page.evaluate("void Object.defineProperty(document, 'visibilityState', {value: 'hidden'});"
                + "document.dispatchEvent(new Event('visibilitychange')); pings = 0");
        page.clock().runFor(10_000);

        Assertions.assertThat((int) page.evaluate("pings")).isZero();
    }

    @Test
    void aPhoneShowsItBesideTheRooms(@OnPhone Page page) {
        enter(page);

        page.locator(".tabs").getByText("Rooms").tap();

        assertThat(page.locator(".round-trips .plot-line")).hasAttribute("d", LINE);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
    }

    private static Locator roundTrip(Page page) {
        return page.locator("#pulse-round-trip");
    }
}
