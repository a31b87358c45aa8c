package org.gotalk.cdi;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a method marked {@link Operation} returns.
 *
 * @param type its class
 * @param isNothing whether there is no value, now or in a stage, so that the answer has no payload
 * @param method for messages
 */
record ResultType(Class<?> type, boolean isNothing, String method) {

    static ResultType of(BeanMethod beanMethod) {
        Method method = beanMethod.method();
        Class<?> type = method.getReturnType();
        Type value = CompletionStage.class.isAssignableFrom(type) ? inStage(method.getGenericReturnType()) : type;
        return new ResultType(type, value == void.class || value == Void.class, beanMethod.toString());
    }

    /** Whether it is a stage of the result. */
    boolean isLater() {
        return CompletionStage.class.isAssignableFrom(type);
    }

    /** Whether its elements are parts, to be pulled. */
    boolean isStream() {
        return Stream.class.isAssignableFrom(type);
    }

    /** Whether its elements are parts that come by themselves. */
    boolean isPublisher() {
        return Flow.Publisher.class.isAssignableFrom(type);
    }

    /** What was returned, which must be there, as what the method says it is. */
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
