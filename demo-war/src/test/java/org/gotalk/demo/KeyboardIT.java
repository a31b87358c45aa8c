package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import org.gotalk.demo.browser.BrowserTest;
import org.junit.jupiter.api.Test;

@BrowserTest
class KeyboardIT extends DemoTest {

    private final String name = ChatWindow.newName("Ada");

    @Test
    void theKeyboardAloneIsEnoughToChat(Page page) {
        ChatWindow ada = ChatWindow.open(page, base, room);
        Keyboard keys = page.keyboard();

        assertThat(ada.nameField()).isFocused();
        keys.type(name);
        keys.press("Enter");
        assertThat(ada.messageField()).isFocused();
        assertThat(ada.person(name)).isVisible();
        keys.type("first line");
        keys.press("Shift+Enter");
        keys.type("second line");
        keys.press("Enter");

        assertThat(ada.messages()).hasText("first line\nsecond line");
        assertThat(ada.messageField()).isFocused();
    }

    @Test
    void singleKeysLeadToTheWireToRoomsAndBack(Page page) {
        ChatWindow ada = enter(page, name);
        Keyboard keys = page.keyboard();
        String another = ChatWindow.newRoom();

        leaveTheMessageField(ada);
        keys.press("w");
        assertThat(page.locator("#wire-text")).isFocused();
        keys.type("chat/join");
        assertThat(page.locator("#wire-text")).hasValue("chat/join");
        keys.press("Escape");
        assertThat(page.locator("#wire-text")).not().isFocused();
        keys.press("r");
        keys.type(another);
        keys.press("Enter");

        assertThat(ada.roomTitle()).hasText(another);
        assertThat(ada.messageField()).isFocused();
        keys.press("Alt+ArrowUp");
        assertThat(ada.roomTitle()).hasText(room);
    }

    @Test
    void singleKeysDoNothingOnceTheyAreSwitchedOff(Page page) {
        ChatWindow ada = enter(page, name);
        leaveTheMessageField(ada);
        page.keyboard().press("?");
        page.getByLabel("Single keys work outside of text fields").uncheck();
        ada.button("Close").click();

        page.locator("body").press("n");

        assertThat(ada.nameField()).isHidden();
    }

    @Test
    void rowsOfTheWireAreWalkedWithArrowsAndOpenedWithEnter(Page page) {
        ChatWindow ada = enter(page, name);
        Keyboard keys = page.keyboard();
        ada.button("Pause").click();

        page.locator("#wire-rows").focus();
        keys.press("ArrowUp");
        assertThat(ada.frames().last().locator("summary")).isFocused();
        keys.press("ArrowUp");
        keys.press("Enter");

        assertThat(page.locator(".frame details[open] .header-parts")).isVisible();
    }

    @Test
    void theTabKeyReachesEveryPartInReadingOrder(Page page) {
        ChatWindow ada = enter(page, name);
        page.locator(".skip").focus();
        String[] stops = {"me", "theme", "help"};

        for (String stop : stops) {
            page.keyboard().press("Tab");
            assertThat(page.locator("#" + stop)).isFocused();
        }
        page.locator("#scroller").focus();
        page.keyboard().press("Tab");
        assertThat(ada.button("Send files")).isFocused();
        page.keyboard().press("Tab");
        assertThat(ada.messageField()).isFocused();
        page.keyboard().press("Tab");
        assertThat(ada.button("Send")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#wire-pretty")).isFocused();
    }

    /** Where the focus goes when a room is entered, and where single keys are letters. */
    private static void leaveTheMessageField(ChatWindow window) {
        assertThat(window.messageField()).isFocused();
        window.page().keyboard().press("Escape");
        assertThat(window.messageField()).not().isFocused();
    }
}
