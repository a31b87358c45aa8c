package org.gotalk;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A type with type arguments, which a {@link Class} cannot express, for values of requests and results. It is an empty
 * subclass that names the arguments:
 *
 * <pre>{@code
 * List<Item> items = sock.request("list", query, new GenericType<List<Item>>() {});
 * }</pre>
 *
 * <p>Immutable; equal to others of the same type.
 *
 * @param <T> the type
 */
public abstract class GenericType<T> {

    private final Type type;

    /**
     * Takes the type from the subclass.
     *
     * @throws IllegalStateException if the subclass is not direct or gives no type argument
     */
    protected GenericType() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType superclass)
                || superclass.getRawType() != GenericType.class) {
            throw new IllegalStateException("a GenericType is created as new GenericType<List<Item>>() {}");
        }
        type = superclass.getActualTypeArguments()[0];
    }

    /** The type. */
    public final Type type() {
        return type;
    }

    /** Whether the other one has the same type. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof GenericType<?> generic && generic.type.equals(type);
    }

    @Override
    public final int hashCode() {
        return type.hashCode();
    }

    @Override
    public final String toString() {
        return type.getTypeName();
    }
}
