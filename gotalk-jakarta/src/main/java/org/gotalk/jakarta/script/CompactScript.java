package org.gotalk.jakarta.script;

import java.util.List;
import java.util.Set;
import org.gotalk.jakarta.script.Token.Kind;

/**
 * Writes a script without comments, without blanks that nothing needs, and with short names. It does not understand
 * all of JavaScript: a script must have its semicolons. The tests of gotalk.js compare what the two forms mean, and run
 * on the compact one.
 */
final class CompactScript {

    private static final Set<String> CLOSING = Set.of("}", "]", ")");

    private CompactScript() {}

    /**
     * The script in its compact form.
     *
     * @param known names of variables to be left as they are
     */
    static String of(String script, Set<String> known) {
        List<Token> tokens = ShortNames.in(Tokenizer.tokens(script), known);
        StringBuilder compact = new StringBuilder();
        Token before = new Token(Kind.PUNCTUATOR, ";", true);
        for (int i = 0; i < tokens.size(); i++) {
            if (isNeedless(tokens, i)) {
                continue;
            }
            Token token = tokens.get(i);
            if (wouldMerge(before, token)) {
                compact.append(token.startsLine() ? '\n' : ' ');
            }
            compact.append(token.text());
            before = token;
        }
        return compact.toString();
    }

    /** The last comma of a list, the last semicolon of a block, the parentheses around a single parameter. */
    private static boolean isNeedless(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        boolean isLastComma = token.is(",") && CLOSING.stream().anyMatch(closing -> isAt(tokens, i + 1, closing));
        boolean isLastSemicolon = token.is(";") && isAt(tokens, i + 1, "}");
        return isLastComma || isLastSemicolon || isSoleParameter(tokens, i + 1) || isSoleParameter(tokens, i - 1);
    }

    private static boolean isSoleParameter(List<Token> tokens, int i) {
        return isAt(tokens, i - 1, "(")
                && tokens.get(i).is(Kind.WORD)
                && isAt(tokens, i + 1, ")")
                && isAt(tokens, i + 2, "=>");
    }

    private static boolean isAt(List<Token> tokens, int i, String text) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(text);
    }

    private static boolean wouldMerge(Token first, Token second) {
        char start = second.text().charAt(0);
        char end = first.text().isEmpty()
                ? start
                : first.text().charAt(first.text().length() - 1);
        return switch (first.kind()) {
            case WORD, PRIVATE_NAME -> isWordPart(start);
            case NUMBER -> isWordPart(start) || start == '.';
            // A word would be taken for its flags.
            case REGEX -> isWordPart(start);
            case PUNCTUATOR -> "+-/".indexOf(end) >= 0 && end == start;
            case STRING, TEMPLATE -> false;
        };
    }

    private static boolean isWordPart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }
}
