package org.gotalk.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gotalk.OperationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @Test
    void spaceAroundATextIsDropped() {
        assertThat(Texts.name("  Ada \n")).isEqualTo("Ada");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\n"})
    void aNameHasSomethingInIt(String typed) {
        assertThatThrownBy(() -> Texts.name(typed))
                .isInstanceOf(OperationException.class)
                .hasMessage("a name has 1 to 32 characters, this one has 0");
    }

    @Test
    void lengthsCountCharactersAsPeopleDoNotAsJavaDoes() {
        assertThat(Texts.name("🦊".repeat(32))).hasSize(64);
        assertThatThrownBy(() -> Texts.name("🦊".repeat(33)))
                .hasMessage("a name has 1 to 32 characters, this one has 33");
    }

    @Test
    void eachKindOfTextHasItsOwnLimit() {
        assertThatThrownBy(() -> Texts.room("x".repeat(41)))
                .hasMessage("a room's name has 1 to 40 characters, this one has 41");
        assertThatThrownBy(() -> Texts.message("x".repeat(2001)))
                .hasMessage("a message has 1 to 2000 characters, this one has 2001");
        assertThatThrownBy(() -> Texts.key("x".repeat(65))).hasMessage("a key has 1 to 64 characters, this one has 65");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0000da", "A\nda", "\u202Eadmin", "A\u2028da", "\uD800"})
    void whatCannotBeSeenIsRefusedInNames(String typed) {
        assertThatThrownBy(() -> Texts.name(typed)).hasMessage("a name may not hold invisible characters");
    }

    @Test
    void aNameOfJoinersOnlyIsRefused() {
        assertThatThrownBy(() -> Texts.name("\u200D\u200D")).hasMessage("a name needs something to see");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍💻", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "می‌خواهم"})
    void emojiAndWordsThatNeedJoinersAreFine(String typed) {
        assertThat(Texts.name(typed)).isEqualTo(typed);
    }

    @Test
    void aMessageMayHaveLines() {
        assertThat(Texts.message("one\n\ttwo")).isEqualTo("one\n\ttwo");
    }

    @Test
    void aRefMayBeLeftOut() {
        assertThat(Texts.ref(null)).isEmpty();
    }
}
