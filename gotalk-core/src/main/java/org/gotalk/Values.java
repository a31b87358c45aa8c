package org.gotalk;

import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes values by the rules that hold for all codecs: a {@code byte[]} is the raw payload, and a required
 * value must not be missing.
 */
public final class Values {

    private Values() {}

    /**
     * Encodes a value.
     *
     * @throws IllegalArgumentException if it cannot be encoded; a mistake of this side, which is not sent to a peer
     */
    public static byte[] encoded(PayloadCodec codec, @Nullable Object value) {
        if (value instanceof byte[] payload) {
            return payload;
        }
        try {
            return codec.encode(value);
        } catch (PayloadException e) {
            throw new IllegalArgumentException("the value cannot be encoded: " + e.getMessage(), e);
        }
    }

    /**
     * Decodes a payload.
     *
     * @throws PayloadException if the payload is not a {@code type}
     */
    public static @Nullable Object decoded(PayloadCodec codec, byte[] payload, Type type) {
        return type == byte[].class ? payload : codec.decode(payload, type);
    }

    /**
     * Decodes a payload that must have a value.
     *
     * @throws PayloadException if the payload is not a {@code type}, or is empty or null
     */
    public static <T> T required(PayloadCodec codec, byte[] payload, Class<T> type) {
        return boxed(type).cast(required(codec, payload, type, type.getSimpleName()));
    }

    /** As {@link #required(PayloadCodec, byte[], Class)}, for a type with arguments. */
    @SuppressWarnings("unchecked") // the codec decodes what it is asked for
    public static <T> T required(PayloadCodec codec, byte[] payload, GenericType<T> type) {
        return (T) required(codec, payload, type.type(), type.toString());
    }

    private static Object required(PayloadCodec codec, byte[] payload, Type type, String name) {
        Object value = payload.length == 0 && type != byte[].class ? null : decoded(codec, payload, type);
        if (value == null) {
            throw new PayloadException("a " + name + " is needed, but "
                    + (payload.length == 0 ? "the payload is empty" : "the payload is null"));
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T> boxed(Class<T> type) {
        return (Class<T>) MethodType.methodType(type).wrap().returnType();
    }
}
