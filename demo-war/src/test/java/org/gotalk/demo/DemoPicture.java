package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.demo.browser.BrowserTest.InTheDark;
import org.gotalk.demo.browser.BrowserTest.OnPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the chat anew. Not part of the build, run it after the page has changed: {@code ./mvnw verify
 * -Dit.test=DemoPicture -Dfailsafe.failIfNoSpecifiedTests=false}. The README's goes to {@code docs/images/demo.png}, the
 * others, for a look, to {@code demo-war/target}.
 */
@BrowserTest
class DemoPicture extends DemoTest {

    private static final String ROOM = "Lobby";

    @TempDir
    private Path folder;

    @Test
    void ofAConversation(Page light, @InTheDark Page dark, @OnPhone Page phone) throws IOException {
        light.setViewportSize(1360, 860);
        dark.setViewportSize(1360, 860);
        ChatWindow ada = ChatWindow.enter(light, base, ROOM, "Ada");
        ChatWindow grace = ChatWindow.enter(dark, base, ROOM, "Grace");
        ChatWindow linus = ChatWindow.enter(phone, base, ROOM, "Linus");
        talk(ada, grace, linus);
        grace.send(Landscape.in(folder));
        assertThat(light.locator(".preview")).hasCSS("width", "320px");
        assertThat(phone.locator(".preview")).isVisible();
        // A line needs some points: one comes every three seconds.
        assertThat(light.locator(".round-trips .plot-line"))
                .hasAttribute("d", Pattern.compile("M([^L]*L){12}.*"), new HasAttributeOptions().setTimeout(90_000));

        light.evaluate("sock.request('echo', {hello: '🌍', numbers: [1, 2, 3]})");
        light.evaluate("sock.request('no/such', 42).catch(() => {})");
        grace.openRoom("Protocol corner");
        assertThat(ada.room("Protocol corner")).isVisible();
        ada.say("Look at the panel on the right: that was your new room 👉");
        assertThat(grace.room(ROOM).locator(".badge")).containsText("1");
        assertThat(linus.message("Look at the panel")).isVisible();

        take(light, Path.of("..", "docs", "images", "demo.png"));
        take(dark, Path.of("target", "demo-dark.png"));
        take(phone, Path.of("target", "demo-phone.png"));
    }

    private static void talk(ChatWindow ada, ChatWindow grace, ChatWindow linus) {
        say(grace, "Morning! Is this the chat where one can watch the frames?", ada);
        say(ada, "It is. What I send is orange, what I receive is green.", grace);
        say(linus, "Works on my phone as well 📱", ada);
        say(grace, "Files are streams. Here is the view from my window:", ada);
    }

    private static void say(ChatWindow speaker, String text, ChatWindow listener) {
        speaker.say(text);
        assertThat(listener.message(text)).isVisible();
        assertThat(speaker.pending()).hasCount(0);
    }

    private static void take(Page page, Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file));
    }
}
