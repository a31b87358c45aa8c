package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import org.gotalk.demo.browser.BrowserTest;
import org.junit.jupiter.api.Test;

@BrowserTest
class ChatIT extends DemoTest {

    private final String adasName = ChatWindow.newName("Ada");
    private final String gracesName = ChatWindow.newName("Grace");

    @Test
    void twoWindowsChatWithEachOther(Page first, Page second) {
        ChatWindow ada = enter(first, adasName);
        ChatWindow grace = enter(second, gracesName);

        ada.say("Hello Grace 👋");
        assertThat(grace.message("Hello Grace 👋")).isVisible();
        grace.say("Hello Ada");
        assertThat(ada.message("Hello Ada")).isVisible();

        assertThat(ada.messages()).hasText(new String[] {"Hello Grace 👋", "Hello Ada"});
        assertThat(grace.messages()).hasText(new String[] {"Hello Grace 👋", "Hello Ada"});
        assertThat(ada.pending()).hasCount(0);
    }

    @Test
    void behindTheNameDialogNothingIsSaidToBeAmiss(Page page) {
        ChatWindow ada = ChatWindow.open(page, base, room);

        assertThat(ada.indicator()).hasAttribute("data-state", "online");
        assertThat(ada.composerNote()).hasText("Others want to know your name first.");
        assertThat(page.locator(".composer-note.trouble")).hasCount(0);
        ada.call(adasName);
        assertThat(ada.composerNote()).containsText("Enter sends");
    }

    @Test
    void whoChatsFromATerminalIsInTheSameRoom(Page page) throws Exception {
        ChatWindow grace = enter(page, gracesName);
        try (Terminal ada = Terminal.enter(base, room, adasName)) {
            assertThat(grace.person(adasName)).isVisible();

            ada.type("from a terminal");
            assertThat(grace.message("from a terminal")).isVisible();
            grace.say("from a window");
            ada.awaitLine(gracesName + ": from a window");
        }
        assertThat(grace.line(adasName + " left")).isVisible();
    }

    @Test
    void comingAndGoingIsSeenByTheOthers(Page first, Page second) {
        ChatWindow ada = enter(first, adasName);
        enter(second, gracesName);

        assertThat(ada.line(gracesName + " joined")).isVisible();
        assertThat(ada.person(gracesName)).isVisible();

        second.close();

        assertThat(ada.line(gracesName + " left")).isVisible();
        assertThat(ada.person(gracesName)).hasCount(0);
    }

    @Test
    void aLatecomerSeesWhatWasSaidBefore(Page first, Page second) {
        ChatWindow ada = enter(first, adasName);
        ada.say("one");
        ada.say("two");
        assertThat(ada.message("two")).isVisible();

        ChatWindow grace = enter(second, gracesName);

        assertThat(grace.messages()).hasText(new String[] {"one", "two"});
    }

    @Test
    void aNewNameIsSeenByTheOthers(Page first, Page second) {
        ChatWindow ada = enter(first, adasName);
        ChatWindow grace = enter(second, gracesName);
        String newName = ChatWindow.newName("Admiral");

        grace.page().locator("#me").click();
        grace.call(newName);

        assertThat(ada.line(gracesName + " is now " + newName)).isVisible();
        assertThat(ada.person(newName)).isVisible();
        assertThat(grace.page().locator("#me-name")).hasText(newName);
    }

    @Test
    void aNameThatIsTakenIsRefusedWithTheReason(Page first, Page second) {
        enter(first, adasName);
        ChatWindow other = ChatWindow.open(second, base, room);

        other.call(adasName);

        assertThat(second.locator("#name-error")).hasText("the name \"" + adasName + "\" is taken.");
        other.call(gracesName);
        assertThat(other.person(gracesName)).isVisible();
    }

    @Test
    void whatIsSaidInAnotherRoomIsCountedAsUnreadUntilItIsSeen(Page first, Page second) {
        ChatWindow ada = enter(first, adasName);
        ChatWindow grace = enter(second, gracesName);
        grace.openRoom(ChatWindow.newRoom());

        ada.say("one");
        ada.say("two");

        assertThat(grace.room(room).locator(".badge")).containsText("2");
        grace.room(room).click();
        assertThat(grace.messages()).hasText(new String[] {"one", "two"});
        assertThat(grace.room(room).locator(".badge")).hasCount(0);
    }

    @Test
    void aNewRoomIsOfferedToEverybodyAndCanBeLeftAgain(Page first, Page second) {
        String another = ChatWindow.newRoom();
        ChatWindow ada = enter(first, adasName);
        ChatWindow grace = enter(second, gracesName);
        grace.openRoom(another);

        ada.room(another).click();
        assertThat(grace.person(adasName)).isVisible();
        ada.button("Leave").click();

        assertThat(grace.line(adasName + " left")).isVisible();
        assertThat(ada.roomTitle()).not().hasText(another);
    }

    @Test
    void textsAreShownAsTheyAreAndNeverRun(Page first) {
        ChatWindow ada = enter(first, adasName);
        String text = "<img src=x onerror=alert(1)> & <b>not bold</b>";

        ada.say(text);

        assertThat(ada.messages()).hasText(text);
        assertThat(first.locator("#timeline img, #timeline b")).hasCount(0);
    }

    @Test
    void aWebAddressBecomesALink(Page first) {
        ChatWindow ada = enter(first, adasName);

        ada.say("see http://localhost/page?a=1, please");

        assertThat(first.locator("#timeline a")).hasText("http://localhost/page?a=1");
        assertThat(first.locator("#timeline a")).hasAttribute("rel", "noopener noreferrer nofollow");
    }

    @Test
    void aPageThatIsLoadedAgainIsStillInItsRoomUnderItsName(Page first) {
        ChatWindow ada = enter(first, adasName);
        ada.say("before");
        assertThat(ada.message("before")).isVisible();

        first.reload();

        assertThat(ada.message("before")).hasCount(1, new HasCountOptions().setTimeout(10_000));
        assertThat(ada.person(adasName)).hasCount(1);
    }
}
