package org.gotalk.jakarta.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gotalk.jakarta.script.Token.Kind;

/**
 * Cuts JavaScript into tokens; comments and blanks are none. What a slash means depends on what comes before it. Where
 * that is not enough to know, after a closing brace, it refuses the script instead of guessing.
 */
final class Tokenizer {

    private static final Pattern BLANK = Pattern.compile("(?:\\s|//.*|/\\*(?s:.*?)\\*/)++");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*+");
    private static final Pattern PRIVATE_NAME = Pattern.compile("#" + WORD.pattern());
    private static final Pattern NUMBER =
            Pattern.compile("0[xX][0-9a-fA-F_]++|\\d[\\d_]*+(?:\\.\\d++)?(?:[eE][+-]?\\d++)?");
    private static final Pattern STRING =
            Pattern.compile("'(?:[^'\\\\\\n]|\\\\[^\\n])*+'|\"(?:[^\"\\\\\\n]|\\\\[^\\n])*+\"");
    private static final Pattern TEMPLATE =
            Pattern.compile("[`}](?:[^`\\\\$]|\\\\.|\\$(?!\\{))*+(?:`|\\$\\{)", Pattern.DOTALL);
    private static final Pattern REGEX =
            Pattern.compile("/(?![*/])(?:[^/\\\\\\[\\n]|\\\\.|\\[(?:[^]\\\\\\n]|\\\\.)*+])++/[a-z]*+");
    private static final Pattern PUNCTUATOR =
            Pattern.compile("\\.\\.\\.|[!=]==?|\\*\\*=?|<<=?|>>>?=?|=>|(?:&&|\\|\\||\\?\\?)=?"
                    + "|\\?\\.(?!\\d)|\\+\\+|--|[-+*/%&|^<>]=?|[{}()\\[\\];,!~?:=.]");

    /** After these words a value follows, and no operator. */
    private static final Set<String> BEFORE_VALUES = Set.of(
            "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await", "yield");

    private static final Set<String> BEFORE_CONDITIONS = Set.of("if", "while", "for", "with");
    private static final String HOLE = "${";

    private final String script;
    private final List<Token> tokens = new ArrayList<>();
    /** The brackets that are open; a hole of a template is one. */
    private final Deque<String> open = new ArrayDeque<>();

    private int at;
    private boolean startsLine = true;
    private boolean afterCondition;

    private Tokenizer(String script) {
        this.script = script;
    }

    static List<Token> tokens(String script) {
        Tokenizer tokenizer = new Tokenizer(script);
        while (tokenizer.at < script.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        Matcher blank = matcher(BLANK);
        if (blank.lookingAt()) {
            startsLine |= blank.group().contains("\n");
            at = blank.end();
        } else if (take(WORD, Kind.WORD) || take(PRIVATE_NAME, Kind.PRIVATE_NAME) || take(NUMBER, Kind.NUMBER)) {
            afterCondition = false;
        } else if (take(STRING, Kind.STRING)) {
            afterCondition = false;
        } else if (script.charAt(at) == '`' || (script.charAt(at) == '}' && HOLE.equals(open.peek()))) {
            takeTemplate();
        } else if (script.charAt(at) == '/' && mayBeRegex()) {
            expect(take(REGEX, Kind.REGEX), "a regular expression");
        } else {
            expect(take(PUNCTUATOR, Kind.PUNCTUATOR), "a token");
            balance(last().text());
        }
    }

    private void takeTemplate() {
        if (script.charAt(at) == '}') {
            open.pop();
        }
        expect(take(TEMPLATE, Kind.TEMPLATE), "a template literal");
        if (last().text().endsWith(HOLE)) {
            open.push(HOLE);
        }
    }

    private void balance(String bracket) {
        boolean closesCondition = false;
        switch (bracket) {
            case "(" -> open.push(isBeforeCondition() ? "if (" : "(");
            case "[", "{" -> open.push(bracket);
            case ")", "]", "}" -> closesCondition = "if (".equals(open.poll());
            default -> {
                // Not a bracket.
            }
        }
        afterCondition = closesCondition;
    }

    private boolean isBeforeCondition() {
        return tokens.size() > 1
                && tokens.get(tokens.size() - 2).is(Kind.WORD)
                && BEFORE_CONDITIONS.contains(tokens.get(tokens.size() - 2).text());
    }

    private boolean mayBeRegex() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token before = last();
        if (before.is("}")) {
            throw new IllegalArgumentException("a slash after a closing brace may mean two things, at: " + rest());
        }
        return switch (before.kind()) {
            case WORD -> BEFORE_VALUES.contains(before.text());
            case PUNCTUATOR -> before.is(")") ? afterCondition : !before.is("]");
            case TEMPLATE -> before.text().endsWith(HOLE);
            default -> false;
        };
    }

    private boolean take(Pattern pattern, Kind kind) {
        Matcher matcher = matcher(pattern);
        if (!matcher.lookingAt()) {
            return false;
        }
        tokens.add(new Token(kind, matcher.group(), startsLine));
        at = matcher.end();
        startsLine = false;
        return true;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(script).region(at, script.length());
    }

    private Token last() {
        return tokens.get(tokens.size() - 1);
    }

    private void expect(boolean taken, String what) {
        if (!taken) {
            throw new IllegalArgumentException("expected " + what + " at: " + rest());
        }
    }

    private String rest() {
        return script.substring(at, Math.min(script.length(), at + 40));
    }
}
