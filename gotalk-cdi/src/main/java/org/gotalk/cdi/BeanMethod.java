package org.gotalk.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;

/**
 * A marked method at run time, as the deployment passed it on.
 *
 * @param route what it serves
 * @param declaringClass where the method is; the bean's class or one that it inherits from
 * @param signature see {@link Signature}
 */
record BeanMethod(
        Route route, Class<?> beanClass, Set<Annotation> qualifiers, Class<?> declaringClass, String signature) {

    Method method() {
        return Arrays.stream(declaringClass.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .filter(method -> Signature.of(method).equals(signature))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(declaringClass.getName() + " has no method " + signature
                        + ", though it had at deployment; rebuild and redeploy the application"));
    }

    /** For logs and reports: {@code org.example.Greeter.greet(org.example.Person)}. */
    @Override
    public String toString() {
        return beanClass.getName() + "." + signature;
    }
}
