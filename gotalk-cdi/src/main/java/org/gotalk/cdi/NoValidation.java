package org.gotalk.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Checks nothing, and refuses methods that want a check. Where not even the API is present, their annotations do not
 * exist at run time either, so that such a method cannot be told from others.
 */
final class NoValidation implements ArgumentChecks {

    @Override
    public ArgumentCheck of(BeanMethod beanMethod, Method method) {
        if (Arrays.stream(method.getParameterAnnotations())
                .flatMap(Arrays::stream)
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getName().startsWith("jakarta.validation."))) {
            throw new IllegalStateException(beanMethod + " has a parameter to be validated, but there is no Bean"
                    + " Validation; enable it in the server (beanValidation-3.0 on Open Liberty),"
                    + " or remove the annotation");
        }
        return ArgumentCheck.NONE;
    }
}
