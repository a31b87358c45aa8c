package org.gotalk.json;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What JSON a type is read from.
 *
 * @param text for messages
 * @param shape the kind of JSON value
 */
record Expectation(String text, Shape shape) {

    /** Kinds of JSON values. */
    enum Shape {
        ARRAY,
        OBJECT,
        SCALAR
    }

    private static final int SHOWN_CONSTANTS = 10;

    private static final Expectation ARRAY = new Expectation("an array", Shape.ARRAY);
    private static final Expectation OBJECT = new Expectation("an object", Shape.OBJECT);

    private static final Map<Class<?>, String> SCALARS = Map.ofEntries(
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(byte.class, whole(Byte.MIN_VALUE, Byte.MAX_VALUE)),
            Map.entry(Byte.class, whole(Byte.MIN_VALUE, Byte.MAX_VALUE)),
            Map.entry(short.class, whole(Short.MIN_VALUE, Short.MAX_VALUE)),
            Map.entry(Short.class, whole(Short.MIN_VALUE, Short.MAX_VALUE)),
            Map.entry(int.class, whole(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(Integer.class, whole(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(OptionalInt.class, whole(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(long.class, whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(Long.class, whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(OptionalLong.class, whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(BigInteger.class, "a whole number"),
            Map.entry(float.class, "a number"),
            Map.entry(double.class, "a number"),
            Map.entry(OptionalDouble.class, "a number"),
            Map.entry(char.class, "a string of one character"),
            Map.entry(Character.class, "a string of one character"));

    private static final Set<Class<?>> IN_STRINGS = Set.of(UUID.class, Date.class);

    /** The expectation of a type; empty if nothing is known of it. */
    static Optional<Expectation> of(Type type) {
        return type instanceof GenericArrayType
                ? Optional.of(ARRAY)
                : ValueType.raw(type).flatMap(Expectation::ofClass);
    }

    private static Optional<Expectation> ofClass(Class<?> type) {
        if (type.isAnnotationPresent(JsonbTypeDeserializer.class) || type.isAnnotationPresent(JsonbTypeAdapter.class)) {
            return Optional.empty();
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return Optional.of(ARRAY);
        }
        String scalar = scalar(type);
        if (scalar != null) {
            return Optional.of(new Expectation(scalar, Shape.SCALAR));
        }
        boolean isBean = Map.class.isAssignableFrom(type)
                || !(type.isInterface() || type.isPrimitive() || type == Object.class || isOfJdk(type));
        return isBean ? Optional.of(OBJECT) : Optional.empty();
    }

    private static @Nullable String scalar(Class<?> type) {
        String found = SCALARS.get(type);
        if (found != null) {
            return found;
        }
        if (type.isEnum()) {
            return constants(type);
        }
        if (Number.class.isAssignableFrom(type) && isOfJdk(type)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        boolean isInString = IN_STRINGS.contains(type) || type.getPackageName().equals("java.time");
        return isInString ? "a string with a value of " + type.getSimpleName() : null;
    }

    private static boolean isOfJdk(Class<?> type) {
        return type.getPackageName().startsWith("java.");
    }

    private static String constants(Class<?> type) {
        Object[] all = type.getEnumConstants();
        String shown = Arrays.stream(all)
                .limit(SHOWN_CONSTANTS)
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", ", "one of ", ""));
        return all.length <= SHOWN_CONSTANTS ? shown : shown + ", …";
    }

    private static String whole(long least, long most) {
        return "a whole number from " + least + " to " + most;
    }
}
