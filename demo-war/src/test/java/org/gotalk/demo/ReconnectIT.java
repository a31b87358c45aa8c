package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import org.gotalk.demo.browser.BrowserTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page does when its connection alone is lost, and the chat goes on without it. */
@BrowserTest
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ReconnectIT {

    private final String room = ChatWindow.newRoom();

    @ArquillianResource
    private URI base;

    private ChatWindow ada;
    private ChatWindow grace;

    @Deployment(testable = false)
    static WebArchive demo() {
        return DemoDeployment.archive();
    }

    @BeforeEach
    void bothAreHere(Page first, Page second) {
        ada = ChatWindow.enter(first, base, room, ChatWindow.newName("Ada"));
        grace = ChatWindow.enter(second, base, room, ChatWindow.newName("Grace"));
        ada.say("one");
        assertThat(grace.message("one")).isVisible();
    }

    @Test
    void whatWasMissedIsThereAfterwardsAndNothingIsDoubled() {
        stayAway();
        ada.say("two");
        assertThat(ada.message("two")).isVisible();

        comeBack();

        assertThat(grace.messages()).hasText(new String[] {"one", "two"});
        ada.say("three");
        assertThat(grace.messages()).hasText(new String[] {"one", "two", "three"});
    }

    @Test
    void whatIsWrittenMeanwhileIsMarkedAsNotSentUntilItIsSentAgain() {
        stayAway();
        grace.say("are you there?");
        assertThat(grace.pending()).containsText("Not sent. There is no connection.");

        comeBack();
        assertThat(grace.pending()).hasCount(1);
        grace.button("Send again").click();

        assertThat(ada.message("are you there?")).isVisible();
        assertThat(grace.message("are you there?")).hasCount(1);
        assertThat(grace.pending()).hasCount(0);
    }

    /** The click comes with the connection, before the server has let anybody into the room again. */
    @Test
    void whatIsSentAsSoonAsTheConnectionIsBackWaitsForTheRoom() {
        stayAway();
        grace.say("at once");

        grace.page()
                .evaluate("sock.once('open', () => [...document.querySelectorAll('button')]"
                        + ".find((button) => button.textContent.includes('Send again')).click());"
                        + "sock.keepalive.enable()");

        assertThat(ada.message("at once")).isVisible();
        assertThat(grace.pending()).hasCount(0);
    }

    @Test
    void whatIsWrittenMeanwhileCanBeDiscarded() {
        stayAway();
        grace.say("never mind");

        grace.button("Discard").click();

        assertThat(grace.pending()).hasCount(0);
    }

    @Test
    void aMessageWhoseAnswerWasLostIsNotSaidTwice() {
        grace.page().evaluate("sock.ws.onmessage = null");
        grace.say("only once");
        assertThat(ada.message("only once")).isVisible();
        assertThat(grace.pending()).containsText("sending");

        grace.page().evaluate("sock.ws.close()");

        assertThat(grace.message("only once")).hasCount(1);
        assertThat(grace.pending()).hasCount(0);
        assertThat(ada.message("only once")).hasCount(1);
    }

    private void stayAway() {
        grace.page().evaluate("sock.keepalive.disable(); sock.ws.close()");
        assertThat(grace.indicator()).not().hasAttribute("data-state", "online");
    }

    private void comeBack() {
        grace.page().evaluate("sock.keepalive.enable()");
        assertThat(grace.indicator()).hasAttribute("data-state", "online");
    }
}
