package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.demo.browser.BrowserTest.InTheDark;
import org.gotalk.demo.browser.BrowserTest.OnPhone;
import org.junit.jupiter.api.Test;

@BrowserTest
class LooksIT extends DemoTest {

    private static final String DARK_GROUND = "rgb(16, 21, 23)";
    private static final String LIGHT_GROUND = "rgb(244, 240, 231)";
    private static final double ENOUGH_CONTRAST = 4.5;

    @Test
    void aPhoneShowsOneViewAtATimeAndNothingSticksOut(@OnPhone Page page) {
        ChatWindow ada = enter(page);
        assertThat(page.locator("#wire-pane")).isHidden();
        ada.say("from my phone: " + "a-very-long-word-".repeat(20));

        assertThat(ada.messages()).hasCount(1);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        page.locator(".tabs").getByText("Wire").tap();
        assertThat(page.locator("#chat-pane")).isHidden();
        assertThat(ada.frames("chat/say").first()).isVisible();
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        page.locator(".tabs").getByText("Rooms").tap();
        ada.room("Lobby").tap();
        assertThat(ada.roomTitle()).hasText("Lobby");
        assertThat(page.locator("#chat-pane")).isVisible();
    }

    @Test
    void aPhoneKeepsNameAndButtonsWholeWhateverTheState(@OnPhone Page page) {
        ChatWindow grace = enter(page, ChatWindow.newName("Grace Brewster Hopper"));

        page.evaluate("sock.emit('waiting', {delay: 50000})");

        assertThat(grace.indicator()).hasText(Pattern.compile("not connected, next try in \\d+ s"));
        Assertions.assertThat(grace.indicator().boundingBox().height).isLessThan(36);
        for (String button : new String[] {"#theme", "#help"}) {
            Assertions.assertThat(page.locator(button).boundingBox().width).isEqualTo(34);
        }
        Assertions.assertThat(page.locator("#me").boundingBox().width).isGreaterThan(100);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
    }

    @Test
    void roomsSayHowManyPeopleAreThere(Page page) {
        ChatWindow ada = enter(page);

        assertThat(ada.room(room)).containsText("1 here");
    }

    @Test
    void chatAndWireHaveOneClock(Page page) {
        ChatWindow ada = enter(page);

        ada.say("what time is it?");

        assertThat(page.locator("#timeline .message time")).hasText(Pattern.compile("([01]\\d|2[0-3]):\\d\\d"));
        assertThat(ada.frames("chat/say").first().locator(".frame-time"))
                .hasText(Pattern.compile("([01]\\d|2[0-3]):\\d\\d:\\d\\d\\.\\d{3}"));
    }

    @Test
    void aDarkSystemGetsADarkPage(@InTheDark Page page) {
        enter(page);

        assertThat(page.locator("body")).hasCSS("background-color", DARK_GROUND);
    }

    @Test
    void aChosenThemeWinsOverTheSystemAndIsRemembered(@InTheDark Page page) {
        enter(page);

        page.locator("#theme").click();

        assertThat(page.locator("body")).hasCSS("background-color", LIGHT_GROUND);
        page.reload();
        assertThat(page.locator("body")).hasCSS("background-color", LIGHT_GROUND);
    }

    @Test
    void textsHaveEnoughContrastInLightColours(Page page) {
        enter(page);

        assertContrast(page);
    }

    @Test
    void textsHaveEnoughContrastInDarkColours(@InTheDark Page page) {
        enter(page);

        assertContrast(page);
    }

    private static void assertContrast(Page page) {
        assertContrast(page, "ground", "ink", "muted", "out", "in", "note", "warn", "bad");
        assertContrast(page, "surface", "ink", "muted", "out", "in", "note", "warn", "bad");
        assertContrast(page, "raised", "ink", "muted");
        assertContrast(page, "hover", "ink", "muted", "out", "in", "note", "warn");
        assertContrast(page, "in-soft", "ink", "muted", "in");
        assertContrast(page, "out-soft", "ink", "muted", "in");
        assertContrast(page, "bad-soft", "ink", "muted", "out", "in", "bad");
        assertContrast(page, "out", "surface");
    }

    private static void assertContrast(Page page, String ground, String... texts) {
        for (String text : texts) {
            Number contrast = (Number) page.evaluate("""
                    ([ground, text]) => {
                      const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name);
                      const light = (hex) => {
                        const parts = hex.trim().match(/[0-9a-f]{2}/g).map((part) => parseInt(part, 16) / 255);
                        const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
                        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
                      };
                      const [a, b] = [light(colour(ground)), light(colour(text))];
                      return Math.max(a, b) / Math.min(a, b);
                    }
                    """, new String[] {ground, text});
            Assertions.assertThat(contrast.doubleValue())
                    .as(text + " on " + ground)
                    .isGreaterThan(ENOUGH_CONTRAST);
        }
    }
}
