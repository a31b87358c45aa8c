package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.util.regex.Pattern;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.demo.browser.PageErrors;
import org.gotalk.demo.server.RestartableServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserTest
class RestartIT {

    private static final double PATIENCE = 60_000;

    private static RestartableServer server;

    private final String room = ChatWindow.newRoom();

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        server = RestartableServer.ofTheDemo();
        server.start();
    }

    @AfterAll
    static void stopServer() throws IOException, InterruptedException {
        server.stopIfRunning();
    }

    /** Browsers write each attempt that fails into the console; no page can prevent that. */
    @BeforeEach
    void expectFailedAttempts(PageErrors errors) {
        errors.expect("WebSocket connection to ");
        errors.expect("Failed to load resource: "); // the status of a server that is away
    }

    @Test
    void theChatGoesOnAfterTheServerWasRestarted(Page first, Page second) throws Exception {
        ChatWindow ada = ChatWindow.enter(first, server.address(), room, "Ada");
        ChatWindow grace = ChatWindow.enter(second, server.address(), room, "Grace");
        ada.say("before");
        assertThat(grace.message("before")).isVisible();
        assertThat(ada.indicator()).hasAttribute("data-state", "online");

        server.stop();

        assertThat(ada.indicator()).hasAttribute("data-state", "waiting", within());
        assertThat(ada.indicator()).hasText(Pattern.compile("not connected, next try in \\d+ s"));
        ada.say("into the void");
        ada.say("still nobody");
        assertThat(ada.pending()).hasCount(2);
        assertThat(ada.pending().first()).containsText("waiting to be sent");

        server.start();

        assertThat(ada.indicator()).hasAttribute("data-state", "online", within());
        assertThat(grace.indicator()).hasAttribute("data-state", "online", within());
        assertThat(ada.person("Grace")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        assertThat(grace.line("The server started anew.")).isVisible();

        assertThat(ada.pending()).hasCount(0);
        assertThat(grace.message("still nobody")).isVisible();
        grace.say("after");

        String[] everything = {"before", "into the void", "still nobody", "after"};
        assertThat(ada.messages()).hasText(everything);
        assertThat(grace.messages()).hasText(everything);
        // Grace came in once, before the restart, and nobody has left since.
        assertThat(ada.line("joined")).hasCount(1);
        assertThat(grace.line("joined")).hasCount(0);
    }

    /** The server that said it is gone, and the next one cannot know it. */
    @Test
    void aMessageWhoseAnswerWasLostWithTheServerIsSeenOnce(Page first, Page second) throws Exception {
        ChatWindow ada = ChatWindow.enter(first, server.address(), room, "Ada");
        ChatWindow grace = ChatWindow.enter(second, server.address(), room, "Grace");
        first.evaluate("sock.ws.onmessage = null");
        ada.say("only once");
        assertThat(grace.message("only once")).isVisible();

        server.stop();
        server.start();

        assertThat(ada.message("only once")).hasCount(1, new HasCountOptions().setTimeout(PATIENCE));
        assertThat(ada.pending()).hasCount(0);
        assertThat(grace.line("The server started anew.")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        ada.say("after");
        assertThat(grace.message("after")).isVisible();
        assertThat(grace.message("only once")).hasCount(1);
    }

    private static HasAttributeOptions within() {
        return new HasAttributeOptions().setTimeout(PATIENCE);
    }
}
