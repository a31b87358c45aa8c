package org.gotalk.demo.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.demo.browser.PageErrors;
import org.gotalk.demo.server.RestartableServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tabs of people who sign in with a form: each says who it is, and what has become of it. */
@BrowserTest
class SignOutPageIT {

    private static final ContainsTextOptions WITHIN_A_SECOND = new ContainsTextOptions().setTimeout(1000);

    private static RestartableServer server;

    @BeforeAll
    static void startServer() throws Exception {
        server = NewspaperServer.named("gotalk-sign-out-page");
        server.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.stopIfRunning();
    }

    private static void signIn(Page page, String name) {
        open(page);
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(name + "'s secret");
        page.getByText("Sign in").click();
        assertThat(state(page)).hasText("You are " + name + ".");
    }

    private static void open(Page page) {
        page.navigate(server.address().resolve("newspaper.html").toString());
    }

    private static Locator state(Page page) {
        return page.locator("#state");
    }

    private static void publish(Page page, String article) {
        page.getByLabel("Article").fill(article);
        page.getByText("Publish").click();
    }

    @Test
    void signingOutInOneTabEndsTheOthersWithinASecond(BrowserContext ada) {
        Page one = ada.newPage();
        Page other = ada.newPage();
        signIn(one, "ada");
        open(other);
        assertThat(state(other)).hasText("You are ada.");

        one.getByText("Sign out").click();

        assertThat(state(other)).containsText("You are signed out: the user has signed out", WITHIN_A_SECOND);
        assertThat(other.getByText("Sign in again")).isVisible();
        assertThat(other.evaluate("sock.keepalive")).isNull();
    }

    @Test
    void rolesAreThoseOfTheUser(Page ada, Page bob) {
        signIn(ada, "ada");
        signIn(bob, "bob");

        publish(bob, "Gossip");
        publish(ada, "News");

        assertThat(bob.locator("#answer")).hasText("this is for editors");
        assertThat(bob.locator("#articles")).hasText("News");
    }

    @Test
    void aReaderWhoIsExpelledReadsWhyAndStaysAway(Page ada, Page bob) {
        signIn(ada, "ada");
        signIn(bob, "bob");

        ada.evaluate("sock.request('expel', 'bob')");

        assertThat(state(bob)).hasText("This is the end: an editor has expelled you.");
        assertThat(bob.evaluate("sock.closeReason.code")).isEqualTo("kicked");
    }

    /** The handshake is answered with the form, which a page cannot see. */
    @Test
    void aTabWhoseSignInIsGoneAsksForOneInsteadOfWaiting(BrowserContext ada, PageErrors errors) {
        errors.expect("WebSocket connection to ");
        errors.expect("Failed to load resource: ");
        Page page = ada.newPage();
        signIn(page, "ada");
        ada.clearCookies();

        page.evaluate("sock.ws.close()");

        assertThat(state(page)).hasText("You are signed out: the server asks for a sign-in.");
    }
}
