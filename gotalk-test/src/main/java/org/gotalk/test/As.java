package org.gotalk.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a parameter of a test: the user of a {@link TestPeer} or {@link RawPeer}, as the server sees it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface As {

    /** The name of the user. */
    String value();

    /** The user's roles. */
    String[] roles() default {};
}
