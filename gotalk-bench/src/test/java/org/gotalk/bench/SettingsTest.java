package org.gotalk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void allRowsAreChosenUnlessSomeAreNamed() {
        assertThat(Settings.isChosen("TCP, 128 B: Gotalk", "")).isTrue();
    }

    @Test
    void aRowIsChosenThatContainsOneOfTheTexts() {
        assertThat(Settings.isChosen("TCP, 128 B: Gotalk", "WebSocket|128 B: Go"))
                .isTrue();
        assertThat(Settings.isChosen("TCP, 128 B: Gotalk", "WebSocket|4 KiB")).isFalse();
    }
}
