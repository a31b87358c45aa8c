package org.gotalk.demo.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes harmless what a sender claims about a file. */
final class Claims {

    static final int MAX_NAME = 100;

    private static final String NAMELESS = "file";
    private static final String ANYTHING = "application/octet-stream";
    private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,40}/[a-z0-9][a-z0-9.+-]{0,80}");
    /** Control and format characters, halves of characters, and what file systems give a meaning. */
    private static final Pattern REFUSED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}:*?\"<>|]+");

    private Claims() {}

    /** The last part of the name, without what is dangerous or invisible in it; its ending is kept when it is long. */
    static String name(@Nullable String claimed) {
        String text = Normalizer.normalize(claimed == null ? "" : claimed, Normalizer.Form.NFC);
        String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        String clean = withoutEdges(REFUSED.matcher(last).replaceAll("_"));
        return clean.isEmpty() ? NAMELESS : shortened(clean);
    }

    /** The type in small letters and without parameters; bytes of no known kind for anything that is no type. */
    static String type(@Nullable String claimed) {
        String type = (claimed == null ? "" : claimed)
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        return TYPE.matcher(type).matches() ? type : ANYTHING;
    }

    /** A dot in front hides a file, and Windows drops dots and spaces at the end. */
    private static String withoutEdges(String name) {
        return name.strip().replaceAll("^[.\\s]+|[.\\s]+$", "");
    }

    private static String shortened(String name) {
        int[] characters = name.codePoints().toArray();
        if (characters.length <= MAX_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        return new String(characters, 0, MAX_NAME - ending.length()) + ending;
    }
}
