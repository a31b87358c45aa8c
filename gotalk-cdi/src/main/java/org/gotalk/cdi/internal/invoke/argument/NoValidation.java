package org.gotalk.cdi.internal.invoke.argument;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.gotalk.cdi.internal.method.BeanMethod;

/**
 * Checks nothing, and rejects methods with constraints. If not even the API is present, constraints do not exist at run
 * time, so they go unnoticed.
 */
final class NoValidation implements ArgumentChecks {

    @Override
    public ArgumentCheck of(BeanMethod beanMethod, Method method) {
        if (Arrays.stream(method.getParameterAnnotations())
                .flatMap(Arrays::stream)
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getName().startsWith("jakarta.validation."))) {
            throw new IllegalStateException(beanMethod + " has a parameter with constraints, but the server has"
                    + " no Bean Validation; enable it (beanValidation-3.0 on Open Liberty), or remove the constraints");
        }
        return ArgumentCheck.NONE;
    }
}
