package org.gotalk.demo.chat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.gotalk.OperationException;
import org.jspecify.annotations.Nullable;

/** Which texts the chat takes. Others are refused with the rule that they break, as a text for the person who typed. */
final class Texts {

    static final int MAX_NAME = 32;
    static final int MAX_ROOM = 40;
    static final int MAX_MESSAGE = 2000;
    static final int MAX_MARK = 64;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int TAG_FIRST = 0xE0020;
    private static final int TAG_LAST = 0xE007F;

    private Texts() {}

    static String name(@Nullable String typed) {
        return checked("a name", typed, MAX_NAME, Texts::isHidden);
    }

    static String room(@Nullable String typed) {
        return checked("a room's name", typed, MAX_ROOM, Texts::isHidden);
    }

    static String message(@Nullable String typed) {
        return checked("a message", typed, MAX_MESSAGE, c -> isHidden(c) && c != '\n' && c != '\t');
    }

    static String key(@Nullable String given) {
        return checked("a key", given, MAX_MARK, Texts::isHidden);
    }

    static String ref(@Nullable String given) {
        return given == null || given.isEmpty() ? "" : checked("a ref", given, MAX_MARK, Texts::isHidden);
    }

    /** Equal for texts that a reader would take for the same name. */
    static String alike(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String checked(String what, @Nullable String given, int max, IntPredicate refused) {
        String text = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC)
                .strip();
        int length = text.codePointCount(0, text.length());
        if (length == 0 || length > max) {
            throw new OperationException(what + " has 1 to " + max + " characters, this one has " + length);
        }
        if (text.codePoints().anyMatch(refused)) {
            throw new OperationException(what + " may not hold invisible characters");
        }
        if (text.codePoints().allMatch(c -> Character.getType(c) == Character.FORMAT)) {
            throw new OperationException(what + " needs something to see");
        }
        return text;
    }

    /** Control characters, and those that turn the direction of the text around them. */
    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> !isPartOfEmojiOrWord(c);
            default -> false;
        };
    }

    private static boolean isPartOfEmojiOrWord(int c) {
        return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER || (c >= TAG_FIRST && c <= TAG_LAST);
    }
}
