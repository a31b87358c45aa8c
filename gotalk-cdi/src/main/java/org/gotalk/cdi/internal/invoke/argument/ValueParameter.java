package org.gotalk.cdi.internal.invoke.argument;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gotalk.PayloadCodec;
import org.gotalk.PayloadException;
import org.gotalk.Values;

/**
 * Decodes payloads to values.
 *
 * @param type the type of the values
 * @param optional whether values are {@link Optional}, so that a payload may be missing
 */
record ValueParameter(Type type, boolean optional) {

    /** What an empty payload stands for. */
    private static final Map<Type, Object> EMPTY = Map.of(
            OptionalInt.class, OptionalInt.empty(),
            OptionalLong.class, OptionalLong.empty(),
            OptionalDouble.class, OptionalDouble.empty());

    static ValueParameter of(Type declared) {
        if (declared instanceof ParameterizedType parameterized && parameterized.getRawType() == Optional.class) {
            return new ValueParameter(parameterized.getActualTypeArguments()[0], true);
        }
        return new ValueParameter(boxed(declared), false);
    }

    Object read(PayloadCodec codec, byte[] payload) {
        Object value = payload.length == 0 && type != byte[].class ? null : Values.decoded(codec, payload, type);
        if (optional) {
            return Optional.ofNullable(value);
        }
        Object present = value == null ? EMPTY.get(type) : value;
        if (present == null) {
            throw new PayloadException("a value (" + GenericTypes.raw(type).getSimpleName()
                    + ") is needed, but the payload is " + (payload.length == 0 ? "empty" : "null"));
        }
        return present;
    }

    private static Type boxed(Type type) {
        return type instanceof Class<?> plain
                ? MethodType.methodType(plain).wrap().returnType()
                : type;
    }
}
