package org.gotalk.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Qualifies the event that a connection has closed. Observers may also take its {@link org.gotalk.CloseReason}.
 *
 * <pre>{@code
 * void left(@Observes @Closed Sock leaver, CloseReason why) { … }
 * }</pre>
 *
 * <p>Observers run on the connection's executor, after its last notification; requests may still run. {@link OpenSocks}
 * no longer contains the connection. {@link SockScoped} beans are still usable.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Closed {

    /** The annotation as a value, for programmatic use. */
    final class Literal extends AnnotationLiteral<Closed> implements Closed {

        /** The only instance. */
        public static final Literal INSTANCE = new Literal();

        private static final long serialVersionUID = 1L;

        private Literal() {}
    }
}
