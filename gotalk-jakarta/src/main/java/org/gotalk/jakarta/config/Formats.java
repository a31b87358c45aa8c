package org.gotalk.jakarta.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gotalk.jakarta.config.Setting.Format;
import org.jspecify.annotations.Nullable;

/**
 * How the values of settings are written. The message of what is thrown says what would be right.
 */
final class Formats {

    /** Far beyond any use, and far below what makes sums of nanoseconds overflow. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(b|kib|mib|gib)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h)");
    private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

    private Formats() {}

    static Format<Integer> count(int least) {
        return text -> {
            try {
                return inRange(Long.parseLong(text), least, Integer.MAX_VALUE);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("a whole number from " + least + " on, such as 64", e);
            }
        };
    }

    static Format<Integer> size(int least) {
        return size(least, Integer.MAX_VALUE);
    }

    static Format<Integer> size(int least, int most) {
        return text -> {
            Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
            if (!size.matches()) {
                throw new IllegalArgumentException("a number of bytes, such as 1048576 or 1MiB or 64KiB");
            }
            return inRange(Long.parseLong(size.group(1)) << shift(size.group(2)), least, most);
        };
    }

    private static int shift(@Nullable String unit) {
        if (unit == null) {
            return 0;
        }
        return switch (unit) {
            case "kib" -> 10;
            case "mib" -> 20;
            case "gib" -> 30;
            default -> 0;
        };
    }

    private static int inRange(long value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("from " + least + " to " + most);
        }
        return (int) value;
    }

    static Format<Duration> time(Duration least) {
        return text -> {
            Duration time = time(text);
            if (time.compareTo(least) < 0 || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("from " + least + " to " + LONGEST);
            }
            return time;
        };
    }

    private static Duration time(String text) {
        Matcher time = TIME.matcher(text.toLowerCase(Locale.ROOT));
        try {
            return time.matches()
                    ? Duration.of(Long.parseLong(time.group(1)), unit(time.group(2)))
                    : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("a duration, such as PT30S or 30s or 500ms", e);
        }
    }

    private static ChronoUnit unit(String name) {
        return switch (name) {
            case "ms" -> ChronoUnit.MILLIS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.SECONDS;
        };
    }

    static boolean isPath(String text) {
        return PATH.matcher(text).matches();
    }

    static String path(String text) {
        if (!isPath(text)) {
            throw new IllegalArgumentException("a path such as /gotalk: a slash before each part, letters, digits and"
                    + " . _ ~ - in it, no slash at the end");
        }
        return text;
    }
}
