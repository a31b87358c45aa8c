package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.gotalk.demo.browser.BrowserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of a file before anybody asks for it. */
@BrowserTest
class PreviewIT extends DemoTest {

    private static final String ACTIVE = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(2)"
            + "</script></svg><html><script>alert(3)</script></html>";

    private Page page;
    private ChatWindow ada;

    @BeforeEach
    void adaIsHere(Page window) {
        page = window;
        ada = enter(page);
    }

    @Test
    void aSmallImageIsShownNoLargerThanFitsTheRoom() {
        send("photo.png", "image/png", image("image/png", 1600, 400));

        assertThat(preview()).hasAttribute("role", "img");
        assertThat(preview()).hasAttribute("aria-label", "Preview of photo.png");
        assertThat(preview()).hasCSS("width", "320px");
        assertThat(preview()).hasCSS("height", "80px");
        Assertions.assertThat(page.evaluate("""
                (() => {
                  const canvas = document.querySelector('.preview');
                  return [...canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data].join();
                })()
                """)).isEqualTo("10,20,30,255");
    }

    @Test
    void thePictureIsThereAgainWhenTheRoomIsShownAgain() {
        send("photo.png", "image/png", image("image/png", 100, 50));
        assertThat(preview()).hasCSS("width", "100px");
        String here = ada.roomTitle().innerText();
        ada.openRoom(ChatWindow.newRoom());
        assertThat(preview()).hasCount(0);

        ada.room(here).click();

        assertThat(preview()).hasCSS("width", "100px");
    }

    @Test
    void whatOnlyClaimsToBeAnImageStaysAFile() {
        send("photo.png", "image/png", ACTIVE.getBytes(StandardCharsets.UTF_8));

        assertThat(ada.files()).hasCount(1);
        assertThat(ada.frames("file/download")).not().hasCount(0);
        assertThat(preview()).hasCount(0);
    }

    @Test
    void drawingsAndPagesAreNeverShown() {
        send("drawing.svg", "image/svg+xml", ACTIVE.getBytes(StandardCharsets.UTF_8));
        send("page.html", "text/html", ACTIVE.getBytes(StandardCharsets.UTF_8));

        assertThat(ada.files()).hasCount(2);
        assertThat(preview()).hasCount(0);
        assertThat(ada.frames("file/download")).hasCount(0);
        Assertions.assertThat(
                        page.evaluate("document.querySelectorAll('#timeline :is(svg, img, iframe, object)').length"))
                .isEqualTo(0);
    }

    @Test
    void theSizeOfAnImageIsReadFromItsFirstBytes() {
        for (String type : List.of("image/png", "image/jpeg", "image/webp")) {
            Assertions.assertThat(sizeOf(image(type, 123, 45))).as(type).isEqualTo("123x45");
        }
        Assertions.assertThat(sizeOf("GIF89a{\u0000-\u0000....".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("123x45");
        Assertions.assertThat(sizeOf(ACTIVE.getBytes(StandardCharsets.UTF_8))).isEqualTo("none");
        Assertions.assertThat(sizeOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}))
                .isEqualTo("none");
        Assertions.assertThat(sizeOf(new byte[0])).isEqualTo("none");
    }

    private void send(String name, String type, byte[] content) {
        page.locator("#file-field").setInputFiles(new FilePayload(name, type, content));
    }

    private Locator preview() {
        return page.locator("#timeline .preview");
    }

    private Object sizeOf(byte[] content) {
        return page.evaluate("""
                async (content) => {
                  const { imageSize } = await import('./js/files/image-size.js');
                  const size = imageSize(Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)));
                  return size ? `${size.width}x${size.height}` : 'none';
                }
                """, Base64.getEncoder().encodeToString(content));
    }

    /** An image of one colour, as this browser writes it. */
    private byte[] image(String type, int width, int height) {
        Object url = page.evaluate("""
                ([type, width, height]) => {
                  const canvas = Object.assign(document.createElement('canvas'), { width, height });
                  const context = canvas.getContext('2d');
                  context.fillStyle = 'rgb(10 20 30)';
                  context.fillRect(0, 0, width, height);
                  return canvas.toDataURL(type);
                }
                """, List.of(type, width, height));
        String text = (String) url;
        return Base64.getDecoder().decode(text.substring(text.indexOf(',') + 1));
    }
}
