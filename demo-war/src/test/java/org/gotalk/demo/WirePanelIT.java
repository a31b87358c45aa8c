package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.gotalk.demo.browser.BrowserTest;
import org.junit.jupiter.api.Test;

@BrowserTest
class WirePanelIT extends DemoTest {

    @Test
    void showsEachFrameWithItsDirectionKindIdNameAndPayload(Page page) {
        ChatWindow ada = enter(page);

        ada.say("on the wire");

        assertThat(ada.frames("sentrequest").filter(text("chat/say")).filter(text("on the wire")))
                .hasCount(1);
        assertThat(ada.frames("receivednotification").filter(text("chat/message")))
                .hasCount(1);
        assertThat(ada.frames("receivedresult").filter(text("chat/say"))).hasCount(1);
    }

    @Test
    void echoFromTheConsoleAnswersAndIsSeen(Page page) {
        ChatWindow ada = enter(page);

        Object answer = page.evaluate("sock.request('echo', {hello: '🌍'})");

        Assertions.assertThat(answer).isEqualTo(Map.of("hello", "🌍"));
        assertThat(ada.frames("echo")).hasCount(2);
    }

    @Test
    void anErrorNamesTheOperationThatFailed(Page page) {
        ChatWindow ada = enter(page);

        Object answer = page.evaluate("sock.request('no/such', 1).catch((error) => error.message)");

        Assertions.assertThat(answer).asString().contains("no/such");
        assertThat(ada.frames("receivederror").filter(text("no/such"))).hasCount(1);
    }

    @Test
    void onlyJsonIsColouredAsSuch(Page page) {
        ChatWindow ada = enter(page);

        page.evaluate("sock.bufferNotify('bytes', new Uint8Array([1, 2, 0x31, 0x32, 0xff]))");
        page.evaluate("sock.bufferNotify('text', '12 apples, true or false')");
        page.evaluate("sock.notify('value', {apples: 12})");

        assertThat(ada.frames("01 02 31 32 ff")).hasCount(1);
        assertThat(coloured(ada, "01 02 31 32 ff")).hasCount(0);
        assertThat(coloured(ada, "12 apples")).hasCount(0);
        assertThat(coloured(ada, "{\"apples\":12}")).hasCount(2);
        ada.frames("01 02 31 32 ff").locator("summary").click();
        assertThat(page.locator(".frame-detail .payload")).hasText("01 02 31 32 ff");
        assertThat(coloured(ada, "01 02 31 32 ff")).hasCount(0);
    }

    @Test
    void theSizeStaysOnItsLineHoweverLongTheName(Page page) {
        page.setViewportSize(1120, 700);
        ChatWindow ada = enter(page);

        page.evaluate(
                "sock.notify('a/name/that/is/longer/than/the/panel/is/wide/and/then/some', 'a text '.repeat(50))");

        Locator frame = ada.frames("a/name/that/is/longer");
        assertThat(frame).hasCount(1);
        Assertions.assertThat(frame.boundingBox().height)
                .isEqualTo(ada.frames("chat/hello").first().boundingBox().height);
        Assertions.assertThat(frame.locator(".frame-size").boundingBox().y)
                .isEqualTo(frame.locator(".frame-preview").boundingBox().y);
    }

    @Test
    void filtersByText(Page page) {
        ChatWindow ada = enter(page);
        ada.say("needle");
        assertThat(ada.message("needle")).isVisible();

        page.locator("#wire-text").fill("NEEDLE");

        assertThat(ada.frames("needle")).not().hasCount(0);
        assertThat(ada.frames("chat/hello")).hasCount(0);
        page.locator("#wire-text").fill("");
        assertThat(ada.frames("chat/hello")).not().hasCount(0);
    }

    @Test
    void filtersByKind(Page page) {
        ChatWindow ada = enter(page);

        ada.button("requests").click();

        assertThat(ada.frames("sentrequest")).hasCount(0);
        assertThat(ada.frames("receivedresult")).not().hasCount(0);
        ada.button("requests").click();
        assertThat(ada.frames("sentrequest")).not().hasCount(0);
    }

    @Test
    void thePulseIsShownOnlyWhenAskedFor(Page page) {
        ChatWindow ada = enter(page);
        assertThat(page.locator("#pulse-round-trip")).containsText("ms");
        assertThat(ada.frames("ping")).hasCount(0);

        ada.button("upkeep").click();

        assertThat(ada.frames("ping")).not().hasCount(0);
        assertThat(ada.frames("heartbeat")).not().hasCount(0);
    }

    @Test
    void aPauseHoldsTheRowsAndLosesNoFrame(Page page) {
        ChatWindow ada = enter(page);
        ada.button("Pause").click();

        ada.say("while paused");
        assertThat(ada.message("while paused")).isVisible();

        assertThat(ada.frames("while paused")).hasCount(0);
        page.locator("#wire-pause").click();
        assertThat(ada.frames("while paused")).hasCount(3);
    }

    @Test
    void clearingEmptiesThePanelAndNewFramesStillCome(Page page) {
        ChatWindow ada = enter(page);

        ada.button("Clear").click();

        assertThat(ada.frames()).hasCount(0);
        ada.say("after");
        assertThat(ada.frames("after")).hasCount(3);
    }

    @Test
    void anOpenedFrameShowsItsHeaderInPartsAndItsPayloadLaidOut(Page page) {
        ChatWindow ada = enter(page);
        page.evaluate("sock.request('echo', {answer: 42})");

        ada.frames("sentrequest").filter(text("echo")).locator("summary").click();

        assertThat(page.locator(".frame-detail .header-parts")).containsText("name length");
        assertThat(page.locator(".frame-detail dd[data-part]:has-text('echo'), .frame-detail dd:has-text('echo')"))
                .hasText("echo");
        assertThat(page.locator(".frame-detail .payload")).hasText("{\n  \"answer\": 42\n}");
    }

    @Test
    void theRawViewShowsTheBytesOfTheWire(Page page) {
        ChatWindow ada = enter(page);
        page.evaluate("sock.request('echo', 'hello')");

        ada.button("Raw").click();

        assertThat(ada.frames("004echo00000007\"hello\"")).hasCount(1);
    }

    @Test
    void holdsTheLastFiveHundredFrames(Page page) {
        ChatWindow ada = enter(page);
        ada.button("upkeep").click();

        page.evaluate("Promise.all(Array.from({length: 300}, (_, i) => sock.request('echo', i)))");

        assertThat(page.locator("#wire-count")).containsText("500 of");
        assertThat(ada.frames()).hasCount(500);
    }

    private static Locator coloured(ChatWindow window, String payload) {
        return window.frames(payload).locator("[class^='json-']");
    }

    private static FilterOptions text(String text) {
        return new FilterOptions().setHasText(text);
    }
}
