package org.gotalk.jakarta.internal.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gotalk.internal.transport.HostAndPort;
import org.gotalk.net.Address;

/** The formats of settings. */
final class Formats {

    /** Low enough that sums of nanoseconds do not overflow. */
    private static final Duration MAX_TIME = Duration.ofDays(30);

    private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    static final Format<String> TOKEN = new Format<>("token", true, Formats::token, token -> token);

    static final Format<Boolean> FLAG = new Format<>("true or false", false, Formats::flag, String::valueOf);

    private Formats() {}

    static Format<String> text(String type) {
        return text(type, text -> text);
    }

    static Format<String> text(String type, UnaryOperator<String> parse) {
        return new Format<>(type, false, parse, text -> text);
    }

    /** The format of a list that is empty by default. */
    static <T> Format<T> list(Function<String, T> parse) {
        return new Format<>("list", false, parse, list -> "");
    }

    static Format<Integer> count(int min) {
        return range(
                "count from %s",
                "a whole number from %s to %s", min, Integer.MAX_VALUE, Integer::valueOf, String::valueOf);
    }

    static Format<Integer> size(int min) {
        return size("size from %s", min, Integer.MAX_VALUE);
    }

    static Format<Integer> size(int min, int max) {
        return size("size from %s to %s", min, max);
    }

    private static Format<Integer> size(String type, int min, int max) {
        String expected = "a number of bytes from %s to %s, such as 1024 or 1KiB";
        Function<String, Integer> parse = text -> Math.toIntExact(Units.BYTES.parse(text));
        return range(type, expected, min, max, parse, size -> Units.BYTES.write(size));
    }

    static Format<Duration> time(int minMillis) {
        Duration min = Duration.ofMillis(minMillis);
        String expected = "a duration from %s to %s, such as 30s or PT30S";
        return range("duration from %s", expected, min, MAX_TIME, Formats::time, Formats::write);
    }

    private static Duration time(String text) {
        return Character.isDigit(text.charAt(0)) ? Duration.ofMillis(Units.MILLIS.parse(text)) : Duration.parse(text);
    }

    private static String write(Duration time) {
        return time.isZero() ? "0s" : Units.MILLIS.write(time.toMillis());
    }

    /** A format with a range; {@code type} and {@code expected} have placeholders for its bounds. */
    private static <T extends Comparable<T>> Format<T> range(
            String type, String expected, T min, T max, Function<String, T> parse, Function<T, String> write) {
        String from = write.apply(min);
        String to = write.apply(max);
        Function<String, T> parseInRange = text -> {
            try {
                T value = parse.apply(text);
                if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
                    return value;
                }
            } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
                throw new IllegalArgumentException(expected.formatted(from, to), e);
            }
            throw new IllegalArgumentException(expected.formatted(from, to));
        };
        return new Format<>(type.formatted(from, to), false, parseInRange, write);
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

    static String address(String text) {
        try {
            return Address.of(text).toString();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an address: " + e.getMessage(), e);
        }
    }

    static String proxy(String text) {
        if (HostAndPort.parse(text).filter(proxy -> proxy.port() > 0).isEmpty()) {
            throw new IllegalArgumentException("a host and a port such as proxy.example.org:3128");
        }
        return text;
    }

    /** Paths of endpoints and addresses. */
    static Set<String> names(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static String token(String text) {
        if (!VISIBLE.matcher(text).matches()) {
            throw new IllegalArgumentException("a token without spaces and without the prefix \"Bearer\"");
        }
        return text;
    }
}
