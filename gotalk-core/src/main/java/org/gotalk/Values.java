package org.gotalk;

import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Values and payloads with the rules that hold everywhere, whatever the codec: a {@code byte[]} is the payload, and
 * where a value is required, none is an error.
 */
public final class Values {

    private Values() {}

    /**
     * The payload of a value.
     *
     * @throws IllegalArgumentException when it cannot be encoded; a mistake of this side, which no peer gets to read
     */
    public static byte[] encoded(PayloadCodec codec, @Nullable Object value) {
        if (value instanceof byte[] payload) {
            return payload;
        }
        try {
            return codec.encode(value);
        } catch (PayloadException e) {
            throw new IllegalArgumentException("the value has no payload: " + e.getMessage(), e);
        }
    }

    /**
     * The value of a payload.
     *
     * @throws PayloadException when the payload is not a {@code type}
     */
    public static @Nullable Object decoded(PayloadCodec codec, byte[] payload, Type type) {
        return type == byte[].class ? payload : codec.decode(payload, type);
    }

    /**
     * The value of a payload, which must have one.
     *
     * @throws PayloadException when the payload is not a {@code type}, or is empty or null
     */
    public static <T> T required(PayloadCodec codec, byte[] payload, Class<T> type) {
        Object value = payload.length == 0 && type != byte[].class ? null : decoded(codec, payload, type);
        if (value == null) {
            throw new PayloadException("a " + type.getSimpleName() + " is needed, but "
                    + (payload.length == 0 ? "the payload is empty" : "the payload is null"));
        }
        return boxed(type).cast(value);
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T> boxed(Class<T> type) {
        return (Class<T>) MethodType.methodType(type).wrap().returnType();
    }
}
