package org.gotalk.json;

import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gotalk.PayloadException;
import org.gotalk.json.Expectation.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Says why a text cannot be decoded, and where, without what it contains: the message goes to the peer and to logs. What
 * JSON-B says has contents and names of classes in it, so that is the cause.
 */
final class DecodeFailure {

    private static final Pattern QUALIFIER = Pattern.compile("[^<>,?&\\s]*[.$]");
    private static final int MAX_DEPTH = 32;
    private static final String UNREADABLE = "cannot be read from this value";

    private DecodeFailure() {}

    /**
     * The exception for a failure of JSON-B.
     *
     * @param parser where it failed; null if that is not known
     */
    static PayloadException of(RuntimeException failure, Type type, @Nullable TracedParser parser) {
        Optional<JsonParsingException> syntax = find(failure, JsonParsingException.class);
        if (syntax.isPresent()) {
            long at = syntax.get().getLocation().getStreamOffset() + 1;
            return new PayloadException("payload is not JSON, see character " + at);
        }
        String name = shortName(type);
        if (parser == null) {
            return new PayloadException(name + ": " + UNREADABLE, failure);
        }
        Optional<UnfitNumberException> number = find(failure, UnfitNumberException.class);
        if (number.isPresent()) {
            String place = parser.path().text(parser.path().steps());
            return new PayloadException(
                    name + place + ": expected " + number.get().getMessage());
        }
        return new PayloadException(name + located(type, parser, failure), failure);
    }

    private static String located(Type type, TracedParser parser, RuntimeException failure) {
        ValuePath path = parser.path();
        Optional<String> mismatch = rootCause(failure) instanceof JsonbException
                ? mismatch(type, path.marked(), parser.eventBefore()) // Yasson reads on before it complains of a shape
                : Optional.empty();
        return mismatch.or(() -> mismatch(type, path, parser.lastEvent()))
                .orElseGet(() -> path.text(path.steps()) + ": "
                        + expected(type, path, path.steps())
                                .filter(expected -> expected.shape() == Shape.SCALAR)
                                .map(expected -> "expected " + expected.text())
                                .orElse(UNREADABLE));
    }

    /** The first place where the value has another shape than its type; empty if there is none up to this event. */
    private static Optional<String> mismatch(Type type, ValuePath path, @Nullable Event event) {
        for (int i = 0; i <= path.steps(); i++) {
            Optional<Shape> read = i == path.steps() ? shape(event) : Optional.of(shape(path, i));
            Optional<Expectation> expected = expected(type, path, i);
            if (read.isPresent()
                    && expected.isPresent()
                    && read.get() != expected.get().shape()) {
                return Optional.of(path.text(i) + ": expected " + expected.get().text());
            }
        }
        return Optional.empty();
    }

    private static Optional<Expectation> expected(Type type, ValuePath path, int steps) {
        return ValueType.at(path, steps, type).flatMap(Expectation::of);
    }

    private static Shape shape(ValuePath path, int step) {
        return path.isArray(step) ? Shape.ARRAY : Shape.OBJECT;
    }

    /** The shape of the value that begins with the event; empty if none does. */
    private static Optional<Shape> shape(@Nullable Event event) {
        if (event == null || event == Event.VALUE_NULL) {
            return Optional.empty();
        }
        return switch (event) {
            case START_ARRAY -> Optional.of(Shape.ARRAY);
            case START_OBJECT -> Optional.of(Shape.OBJECT);
            case KEY_NAME, END_ARRAY, END_OBJECT -> Optional.empty();
            default -> Optional.of(Shape.SCALAR);
        };
    }

    /** Without packages and outer classes, which the peer should not see. */
    static String shortName(Type type) {
        return QUALIFIER.matcher(type.getTypeName()).replaceAll("");
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Throwable rootCause(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_DEPTH);
    }
}
