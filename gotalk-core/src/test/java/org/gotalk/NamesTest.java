package org.gotalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "chat message", "日本😀", "$gotalk", "\u0000", "gotalk/x", " "})
    void anyTextMayBeAName(String name) {
        assertThat(Names.checked(name)).isEqualTo(name);
    }

    @Test
    void aNameHasAtMost4095BytesOfUtf8() {
        assertThat(Names.checked("x".repeat(4095))).hasSize(4095);
        assertThat(Names.checked("å".repeat(2047) + "x")).hasSize(2048);
        assertRefused("x".repeat(4096), "name \"" + "x".repeat(32) + "…\" has 4096 bytes, but must have at most 4095");
        assertRefused("å".repeat(2048), "name \"" + "å".repeat(32) + "…\" has 4096 bytes, but must have at most 4095");
    }

    @Test
    void anEmptyNameIsRefused() {
        assertRefused("", "a name must not be empty");
    }

    @Test
    void namesOfTheProtocolItselfAreReserved() {
        assertRefused("$gotalk/", "name \"$gotalk/\" is reserved: names must not begin with $gotalk/");
        assertRefused("$gotalk/cancel", "name \"$gotalk/cancel\" is reserved: names must not begin with $gotalk/");
    }

    @Test
    void halfACharacterIsRefused() {
        assertRefused("a\ud83d", "name has an unpaired surrogate, which UTF-8 cannot carry");
    }

    private static void assertRefused(String name, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Names.checked(name))
                .withMessage(message);
    }
}
