package org.gotalk.cdi.internal.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;

/**
 * A marked method at run time, as passed from deployment.
 *
 * @param declaringClass the bean's class or one that it inherits from
 * @param signature see {@link Signature}
 */
public record BeanMethod(
        Route route,
        AccessRule access,
        Class<?> beanClass,
        Set<Annotation> qualifiers,
        Class<?> declaringClass,
        String signature) {

    /** The method, by reflection. */
    public Method method() {
        return Arrays.stream(declaringClass.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .filter(method -> Signature.of(method).equals(signature))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(declaringClass.getName() + " has no method " + signature
                        + ", but had it at deployment; rebuild and redeploy the application"));
    }

    /** For messages: {@code org.example.Greeter.greet(org.example.Person)}. */
    @Override
    public String toString() {
        return beanClass.getName() + "." + signature;
    }
}
