package org.gotalk.jakarta.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "const x = 0x1f + 60_000 - 1.5e-3; | const x = 0x1f + 60_000 - 1.5e-3 ;",
                "a?.b ?? c ? .5 : d?.[0] | a ?. b ?? c ? . 5 : d ?. [ 0 ]",
                "this.#a ??= b >>> 1 | this . #a ??= b >>> 1",
                "f(...x) => {} | f ( ... x ) => { }",
                "größe = a === b | größe = a === b"
            })
    void wordsNumbersAndPunctuatorsAreCutAtTheirEnds(String script, String expected) {
        assertThat(texts(script)).isEqualTo(expected);
    }

    @Test
    void commentsAndBlanksAreNoTokens() {
        assertThat(texts("a // b\n/* c\n * d */ e /**/f")).isEqualTo("a e f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'it\\'s // no comment'", "\"a 'b' /* c */\"", "'\\\\'", "`a\nb`", "`\\` $ {`", "`http://`"})
    void aStringIsOneToken(String literal) {
        assertThat(Tokenizer.tokens("f(" + literal + ")"))
                .extracting(Token::text)
                .containsExactly("f", "(", literal, ")");
    }

    @Test
    void templatesHoldCodeWithTemplatesAndBraces() {
        assertThat(texts("`a${ {b: `c${d}`}.b }e${f}` + g")).isEqualTo("`a${ { b : `c${ d }` } . b }e${ f }` + g");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x = /'/", "f(/[/]/g)", "return /a/", "if (x) /b/", "!/\\//", "[/c/]", "`${/d/}`", "a && /e/"})
    void aSlashWhereAValueIsDueBeginsARegularExpression(String script) {
        assertThat(Tokenizer.tokens(script + ".test(y)")).anyMatch(token -> token.is(Token.Kind.REGEX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a / b / c", "f(x) / 2 / 3", "a[0] / b / c", "4 / 2 / 1", "this.#a / b / c", "`a` / b / c"})
    void aSlashAfterAValueDivides(String script) {
        assertThat(Tokenizer.tokens(script)).noneMatch(token -> token.is(Token.Kind.REGEX));
    }

    @Test
    void aSlashThatMayMeanTwoThingsIsRefused() {
        assertThatThrownBy(() -> Tokenizer.tokens("x = {} / 2 / 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after a closing brace")
                .hasMessageContaining("/ 2 / 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'open", "`open ${x}", "a \u0001 b", "x = /open"})
    void whatIsNoTokenIsRefused(String script) {
        assertThatThrownBy(() -> Tokenizer.tokens(script))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected ");
    }

    private static String texts(String script) {
        return Tokenizer.tokens(script).stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
