package org.gotalk.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test shows that rules of {@code conformance/rules.txt} hold. What it finds becomes a cell of
 * {@code docs/conformance.md}, in the column of the module that it stands in.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OutcomeRecorder.class)
public @interface Conforms {

    /** The ids of the rules; none where each {@link ConformanceCase} that the test is given names its own. */
    String[] value() default {};
}
