package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.demo.browser.PageErrors;
import org.junit.jupiter.api.Test;

/** What a page does when the browser itself has no network. */
@BrowserTest
class OfflineIT extends DemoTest {

    @Test
    void whatIsSaidWithoutANetworkArrivesWhenItIsBack(Page first, Page second, PageErrors errors) {
        // Browsers write each attempt that fails into the console; no page can prevent that.
        errors.expect("WebSocket connection to ");
        errors.expect("Failed to load resource: "); // the status of a server that is away
        ChatWindow ada = enter(first, ChatWindow.newName("Ada"));
        ChatWindow grace = enter(second, ChatWindow.newName("Grace"));

        second.context().setOffline(true);
        grace.say("one");
        grace.say("two");
        assertThat(grace.pending()).hasCount(2);
        assertThat(grace.indicator()).not().hasAttribute("data-state", "online");
        assertThat(grace.pending()).hasCount(2);
        assertThat(ada.messages()).hasCount(0);
        second.context().setOffline(false);

        assertThat(ada.messages()).hasText(new String[] {"one", "two"});
        assertThat(grace.messages()).hasText(new String[] {"one", "two"});
        assertThat(grace.pending()).hasCount(0);
    }
}
