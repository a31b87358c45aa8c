package org.gotalk.cdi;

import jakarta.enterprise.inject.spi.BeanContainer;
import java.lang.reflect.Method;

/** Where the checks of methods come from: Bean Validation, if the server has it. */
@FunctionalInterface
interface ArgumentChecks {

    /** The check of one method. */
    ArgumentCheck of(BeanMethod beanMethod, Method method);

    static ArgumentChecks in(BeanContainer container) {
        try {
            Class.forName("jakarta.validation.Validator", false, ArgumentChecks.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return new NoValidation();
        }
        return BeanValidation.in(container).<ArgumentChecks>map(it -> it).orElseGet(NoValidation::new);
    }
}
