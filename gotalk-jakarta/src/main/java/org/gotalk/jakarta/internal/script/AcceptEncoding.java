package org.gotalk.jakarta.internal.script;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The header {@code Accept-Encoding}, as in RFC 9110, section 12.5.3.
 */
final class AcceptEncoding {

    private static final String ANY = "*";
    private static final String IDENTITY = "identity";
    private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

    private final Map<String, Double> weights = new HashMap<>();

    private AcceptEncoding() {}

    /** Parses all lines of the header. Malformed elements are ignored. */
    static AcceptEncoding of(List<String> lines) {
        AcceptEncoding accepted = new AcceptEncoding();
        for (String element : String.join(",", lines).toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = element.split(";", 2);
            String coding = parts[0].strip();
            OptionalDouble weight = parts.length == 1 ? OptionalDouble.of(1) : weight(parts[1].strip());
            if (!coding.isEmpty() && weight.isPresent()) {
                accepted.weights.merge(coding.equals("x-gzip") ? Script.GZIP : coding, weight.getAsDouble(), Math::max);
            }
        }
        return accepted;
    }

    private static OptionalDouble weight(String parameter) {
        String[] parts = parameter.split("=", 2);
        return parts.length == 2
                        && parts[0].strip().equals("q")
                        && WEIGHT.matcher(parts[1].strip()).matches()
                ? OptionalDouble.of(Double.parseDouble(parts[1].strip()))
                : OptionalDouble.empty();
    }

    /** Whether gzip is accepted, with at least the weight of no compression. */
    boolean prefersGzip() {
        double gzip = stated(Script.GZIP).orElse(0.0);
        return gzip > 0 && gzip >= stated(IDENTITY).orElse(0.0);
    }

    /** Whether no compression is accepted: yes, unless it is excluded by name or by "*". */
    boolean allowsIdentity() {
        return stated(IDENTITY).map(weight -> weight > 0).orElse(true);
    }

    private Optional<Double> stated(String coding) {
        return Optional.ofNullable(weights.get(coding)).or(() -> Optional.ofNullable(weights.get(ANY)));
    }
}
