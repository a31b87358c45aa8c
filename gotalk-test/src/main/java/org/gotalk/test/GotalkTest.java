package org.gotalk.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Serves beans to the tests of a class, with all defaults: a new {@link TestServer} for each test. Tests take what {@link
 * GotalkExtension} gives as parameters.
 *
 * <pre>{@code
 * @GotalkTest(Greeter.class)
 * class GreeterTest {
 *
 *     @Test
 *     void anEditorIsGreeted(@As(value = "ann", roles = "editors") TestPeer ann) {
 *         assertThat(ann.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SuppressWarnings("exports") // JUnit alone looks at the extension
@ExtendWith(GotalkTestExtension.class)
public @interface GotalkTest {

    /** The beans, as {@link TestServer#beans} takes them. */
    Class<?>[] value();

    /** Whether tests fail whose beans pin virtual threads, as {@link TestServer.Builder#virtualThreads} has it. */
    boolean virtualThreads() default false;
}
