package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gotalk.demo.browser.BrowserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page does when its connection alone is lost, and the chat goes on without it. */
@BrowserTest
class ReconnectIT extends DemoTest {

    private ChatWindow ada;
    private ChatWindow grace;

    @BeforeEach
    void bothAreHere(Page first, Page second) {
        ada = enter(first, ChatWindow.newName("Ada"));
        grace = enter(second, ChatWindow.newName("Grace"));
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
    void whatIsWrittenMeanwhileWaitsAndArrivesInOrder() {
        stayAway();
        grace.say("two");
        grace.say("three");
        grace.say("four");
        assertThat(grace.pending()).hasCount(3);
        assertThat(grace.pending().first()).containsText("waiting to be sent");
        assertThat(grace.composerNote()).hasText("Not connected: 3 messages will go out when the connection is back.");

        comeBack();

        String[] everything = {"one", "two", "three", "four"};
        assertThat(ada.messages()).hasText(everything);
        assertThat(grace.messages()).hasText(everything);
        assertThat(grace.pending()).hasCount(0);
    }

    @Test
    void aMessageAndAFileThatWaitAreBothCounted(@TempDir Path folder) throws IOException {
        stayAway();
        grace.say("two");
        grace.send(Files.writeString(folder.resolve("notes.txt"), "three"));

        assertThat(grace.composerNote())
                .hasText("Not connected: 1 message and 1 file will go out when the connection is back.");
        comeBack();
        assertThat(ada.message("two")).isVisible();
        assertThat(ada.files()).hasCount(1);
        assertThat(grace.composerNote()).containsText("Enter sends");
    }

    @Test
    void whatIsWrittenInSeveralRoomsArrivesInEach() {
        String another = ChatWindow.newRoom();
        ada.openRoom(another);
        grace.openRoom(another);
        stayAway();
        grace.say("in the other room");
        grace.room(room).click();
        grace.say("in the first room");

        comeBack();

        assertThat(ada.messages()).hasText(new String[] {"in the other room"});
        ada.room(room).click();
        assertThat(ada.messages()).hasText(new String[] {"one", "in the first room"});
    }

    /** It is typed with the connection's first moment, before the server has let anybody into the room again. */
    @Test
    void whatIsSentAsSoonAsTheConnectionIsBackWaitsForTheRoom() {
        stayAway();
        grace.messageField().fill("at once");

        grace.page()
                .evaluate("sock.once('open', () => document.getElementById('composer').requestSubmit());"
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
        comeBack();
        grace.say("two");
        assertThat(ada.messages()).hasText(new String[] {"one", "two"});
    }

    @Test
    void fiftyMessagesMayWaitAndTheNextOneStaysInItsField() {
        stayAway();
        for (int i = 1; i <= 50; i++) {
            grace.say("number " + i);
        }
        assertThat(grace.pending()).hasCount(50);

        grace.say("one too many");

        assertThat(grace.composerNote()).containsText("50 messages are not sent yet, and this page keeps no more");
        assertThat(grace.messageField()).hasValue("one too many");
        assertThat(grace.pending()).hasCount(50);
    }

    @Test
    void whatWaitsOutlivesAReload() {
        stayAway();
        grace.say("kept");

        grace.page().reload();

        assertThat(ada.message("kept")).hasCount(1);
        assertThat(grace.message("kept")).hasCount(1);
        assertThat(grace.pending()).hasCount(0);
    }

    @Test
    void whatTheServerRefusesStaysWithTheReasonUntilItIsDiscarded() {
        grace.say("left\u202Eright");

        assertThat(grace.pending()).containsText("Not sent. A message may not hold invisible characters.");
        grace.say("two");
        assertThat(ada.message("two")).isVisible();
        assertThat(grace.pending()).hasCount(1);
        grace.button("Send again").click();
        assertThat(grace.pending()).containsText("Not sent.");
        grace.button("Discard").click();
        assertThat(grace.pending()).hasCount(0);
    }

    /** As on a network that swallows everything: the connection looks open, and nothing passes. */
    @Test
    void aConnectionThatIsSilentIsGivenUpForAnother() {
        grace.page().evaluate("sock.ws.send = () => {}");

        grace.say("is anybody there?");

        assertThat(ada.message("is anybody there?")).hasCount(1);
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
