package org.gotalk.cdi.internal.invoke.result;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.internal.method.BeanMethod;
import org.jspecify.annotations.Nullable;

/**
 * The return type of a method marked {@link Operation}.
 *
 * @param type its class
 * @param isNothing whether the method or its stage has no value, so that the payload is empty
 * @param method the method, for messages
 */
public record ResultType(Class<?> type, boolean isNothing, String method) {

    /** The return type of a method. */
    public static ResultType of(BeanMethod beanMethod) {
        Method method = beanMethod.method();
        Class<?> type = method.getReturnType();
        Type value = CompletionStage.class.isAssignableFrom(type) ? inStage(method.getGenericReturnType()) : type;
        return new ResultType(type, value == void.class || value == Void.class, beanMethod.toString());
    }

    /** Whether the result comes in a stage. */
    boolean isLater() {
        return CompletionStage.class.isAssignableFrom(type);
    }

    /** Whether the result is pulled in parts. */
    boolean isStream() {
        return Stream.class.isAssignableFrom(type);
    }

    /** Whether the result is published in parts. */
    boolean isPublisher() {
        return Flow.Publisher.class.isAssignableFrom(type);
    }

    /** What was returned, which must not be null. */
    <T> T present(@Nullable Object returned, Class<T> as) {
        if (returned == null) {
            throw new IllegalStateException(method + " returned null instead of a " + as.getSimpleName());
        }
        return as.cast(returned);
    }

    private static Type inStage(Type stage) {
        return stage instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }
}
