package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;

/** The chat in one browser window, as its user sees it. */
final class ChatWindow {

    private final Page page;
    private final URI address;

    private ChatWindow(Page page, URI address) {
        this.page = page;
        this.address = address;
    }

    /** A room's name that no other test uses. */
    static String newRoom() {
        return "room " + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A name that nobody else goes by. */
    static String newName(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 4);
    }

    /** Opens the page at a room, but says no name yet. */
    static ChatWindow open(Page page, URI base, String room) {
        URI address = base.resolve("#" + room.replace(" ", "%20"));
        page.navigate(address.toString());
        return new ChatWindow(page, address);
    }

    /** Opens the page at a room and comes in. */
    static ChatWindow enter(Page page, URI base, String room, String name) {
        ChatWindow window = open(page, base, room);
        window.call(name);
        assertThat(window.person(name)).isVisible();
        // It closes when all rooms have been entered, of which this one may be the first.
        assertThat(window.nameField()).isHidden();
        return window;
    }

    Page page() {
        return page;
    }

    URI address() {
        return address;
    }

    void call(String name) {
        nameField().fill(name);
        nameField().press("Enter");
    }

    void say(String text) {
        messageField().fill(text);
        messageField().press("Enter");
    }

    /** Sends a file to the room that is shown. */
    void send(Path file) {
        page.locator("#file-field").setInputFiles(file);
    }

    void openRoom(String name) {
        page.getByLabel("Name of a room to open").fill(name);
        page.getByLabel("Name of a room to open").press("Enter");
        assertThat(roomTitle()).hasText(name);
    }

    Locator nameField() {
        return page.getByLabel("Your name");
    }

    Locator messageField() {
        return page.getByRole(AriaRole.TEXTBOX, named("Message"));
    }

    /** What the composer says about sending. */
    Locator composerNote() {
        return page.locator("#composer-note");
    }

    Locator roomTitle() {
        return page.locator("#room-name");
    }

    /** Somebody in the list of who is here. */
    Locator person(String name) {
        return page.locator("#people .person").filter(withText(name));
    }

    /** The texts of all confirmed messages. */
    Locator messages() {
        return page.locator("#timeline .message .text");
    }

    Locator message(String text) {
        return messages().filter(withText(text));
    }

    /** What is not confirmed yet. */
    Locator pending() {
        return page.locator("#pending .message");
    }

    /** Files that were sent. */
    Locator files() {
        return page.locator("#timeline .file");
    }

    /** Files on their way, also those of others. */
    Locator uploads() {
        return page.locator("#uploads > li");
    }

    /** A line about somebody's coming, going or renaming. */
    Locator line(String text) {
        return page.locator("#timeline .line").filter(withText(text));
    }

    /** A room in the list of rooms. */
    Locator room(String name) {
        return page.locator(".room-list .room").filter(withText(name));
    }

    Locator indicator() {
        return page.locator("#indicator");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    /** The frames that the wire panel shows. */
    Locator frames() {
        return page.locator("#wire-rows .frame");
    }

    Locator frames(String text) {
        return frames().filter(withText(text));
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
