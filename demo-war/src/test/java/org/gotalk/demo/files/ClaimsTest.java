package org.gotalk.demo.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    @ParameterizedTest
    @CsvSource({
        "photo.png, photo.png",
        "../../etc/passwd, passwd",
        "C:\\Users\\ada\\notes.txt, notes.txt",
        ".htaccess, htaccess",
        "'report. ', report",
        "'a:b*c?.txt', a_b_c_.txt",
        "'<script>.html', _script_.html",
        "Übung 1.pdf, Übung 1.pdf",
    })
    void aNameKeepsWhatIsHarmlessInIt(String claimed, String clean) {
        assertThat(Claims.name(claimed)).isEqualTo(clean);
    }

    @Test
    void charactersThatHideAnEndingAreReplaced() {
        assertThat(Claims.name("photo\u202Egnp.exe")).isEqualTo("photo_gnp.exe");
        assertThat(Claims.name("a\u0000b\nc.txt")).isEqualTo("a_b_c.txt");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "..", "/", "folder/"})
    void whatIsNoNameGetsOne(String claimed) {
        assertThat(Claims.name(claimed)).isEqualTo("file");
    }

    @Test
    void aLongNameIsCutBeforeItsEnding() {
        assertThat(Claims.name("x".repeat(300) + ".jpeg"))
                .hasSize(Claims.MAX_NAME)
                .endsWith("xx.jpeg");
        assertThat(Claims.name("🦊".repeat(300)).codePoints().count()).isEqualTo(Claims.MAX_NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "IMAGE/PNG, image/png",
        "text/plain;charset=utf-8, text/plain",
        "image/svg+xml, image/svg+xml",
    })
    void aTypeIsSmallAndWithoutParameters(String claimed, String clean) {
        assertThat(Claims.type(claimed)).isEqualTo(clean);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "png", "image/", "image/png\r\nSet-Cookie: a=b", "image/p ng"})
    void whatIsNoTypeIsBytes(String claimed) {
        assertThat(Claims.type(claimed)).isEqualTo("application/octet-stream");
    }
}
