package org.gotalk.cdi;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a method marked {@link Operation} returns.
 *
 * @param isLater whether it is a stage of the result
 * @param isNothing whether there is none, so that the answer has no payload
 */
record ResultType(boolean isLater, boolean isNothing, String method) {

    static ResultType of(BeanMethod beanMethod) {
        Method method = beanMethod.method();
        boolean isLater = CompletionStage.class.isAssignableFrom(method.getReturnType());
        Type value = isLater ? inStage(method.getGenericReturnType()) : method.getReturnType();
        return new ResultType(isLater, value == void.class || value == Void.class, beanMethod.toString());
    }

    CompletionStage<?> stage(@Nullable Object returned) {
        if (returned == null) {
            throw new IllegalStateException(method + " returned null instead of a CompletionStage");
        }
        return (CompletionStage<?>) returned;
    }

    private static Type inStage(Type stage) {
        return stage instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }
}
