package org.gotalk.jakarta.internal.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole numbers with a unit, such as {@code 64KiB}.
 *
 * @param units in descending order of size
 */
record Units(List<Unit> units) {

    static final Units BYTES = new Units(List.of(
            new Unit("GiB", 1 << 30),
            new Unit("MiB", 1 << 20),
            new Unit("KiB", 1 << 10),
            new Unit("", 1),
            new Unit("B", 1)));

    static final Units MILLIS =
            new Units(List.of(new Unit("h", 3_600_000), new Unit("m", 60_000), new Unit("s", 1000), new Unit("ms", 1)));

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12})\\s*([A-Za-z]*)");

    /**
     * Parses a text.
     *
     * @throws NumberFormatException if the format is invalid
     * @throws ArithmeticException if the value is too large
     */
    long parse(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            throw new NumberFormatException(text);
        }
        String name = number.group(2);
        Unit unit = units.stream()
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new NumberFormatException(text));
        return Math.multiplyExact(Long.parseLong(number.group(1)), unit.size());
    }

    /** Formats a value in the largest unit without fraction; 0 has no unit. */
    String write(long value) {
        return units.stream()
                .filter(unit -> value >= unit.size() && value % unit.size() == 0)
                .findFirst()
                .map(unit -> value / unit.size() + unit.name())
                .orElse("0");
    }

    /** A unit and its size. */
    record Unit(String name, long size) {}
}
