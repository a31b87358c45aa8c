package org.gotalk.jakarta.internal.script;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code If-None-Match}, as in RFC 9110, section 13.1.2. */
final class EntityTags {

    /** A tag may contain commas, so a list cannot be split at commas. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

    private EntityTags() {}

    /** Whether the header's lines contain a tag. The comparison is weak: {@code W/} is ignored. */
    static boolean name(List<String> lines, String tag) {
        return lines.stream().anyMatch(line -> line.strip().equals("*") || lists(line, tag));
    }

    private static boolean lists(String line, String tag) {
        Matcher tags = TAG.matcher(line);
        while (tags.find()) {
            if (tags.group(1).equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
