package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.demo.browser.PageErrors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page does when the browser itself has no network. */
@BrowserTest
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OfflineIT {

    private final String room = ChatWindow.newRoom();

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive demo() {
        return DemoDeployment.archive();
    }

    @Test
    void whatIsSaidWithoutANetworkArrivesWhenItIsBack(Page first, Page second, PageErrors errors) {
        // Browsers write each attempt that fails into the console; no page can prevent that.
        errors.expect("WebSocket connection to ");
        ChatWindow ada = ChatWindow.enter(first, base, room, ChatWindow.newName("Ada"));
        ChatWindow grace = ChatWindow.enter(second, base, room, ChatWindow.newName("Grace"));

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
