package org.gotalk.cdi.internal.invoke.argument;

import jakarta.enterprise.inject.spi.BeanContainer;
import java.lang.reflect.Method;
import org.gotalk.cdi.internal.method.BeanMethod;

/** Creates the checks of methods: by Bean Validation, if the server has it. */
public sealed interface ArgumentChecks permits BeanValidation, NoValidation {

    /** The check of one method. */
    ArgumentCheck of(BeanMethod beanMethod, Method method);

    /** The checks that the server offers. */
    static ArgumentChecks in(BeanContainer container) {
        try {
            Class.forName("jakarta.validation.Validator", false, ArgumentChecks.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return new NoValidation();
        }
        return BeanValidation.in(container).<ArgumentChecks>map(it -> it).orElseGet(NoValidation::new);
    }
}
