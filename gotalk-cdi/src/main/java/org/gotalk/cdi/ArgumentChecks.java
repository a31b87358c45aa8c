package org.gotalk.cdi;

import jakarta.enterprise.inject.spi.BeanContainer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Where the checks of methods come from: Bean Validation, if the server has it. */
@FunctionalInterface
interface ArgumentChecks {

    /** The check of one method. */
    ArgumentCheck of(BeanMethod beanMethod, Method method);

    static ArgumentChecks in(BeanContainer container) {
        try {
            Class.forName("jakarta.validation.Validator", false, ArgumentChecks.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            // Without the API its annotations do not exist at run time either, so that there is nothing to refuse.
            return (beanMethod, method) -> ArgumentCheck.NONE;
        }
        return BeanValidation.in(container).<ArgumentChecks>map(it -> it).orElse(ArgumentChecks::unconstrained);
    }

    private static ArgumentCheck unconstrained(BeanMethod beanMethod, Method method) {
        boolean constrained = Arrays.stream(method.getParameterAnnotations())
                .flatMap(Arrays::stream)
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getName().startsWith("jakarta.validation."));
        if (constrained) {
            throw new IllegalStateException(beanMethod + " has a parameter to be validated, but there is no Bean"
                    + " Validation; enable it in the server (beanValidation-3.0 on Open Liberty),"
                    + " or remove the annotation");
        }
        return ArgumentCheck.NONE;
    }
}
