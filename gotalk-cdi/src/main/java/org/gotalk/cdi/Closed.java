package org.gotalk.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A connection has ended. Observers that want to know why take a {@link org.gotalk.CloseReason} too.
 *
 * <pre>{@code
 * void left(@Observes @Closed Sock leaver, CloseReason why) { … }
 * }</pre>
 *
 * <p>Observers are told on the connection's executor, after its last notification; requests may still be running.
 * {@link OpenSocks} no longer has the connection. {@link SockScoped} beans can still be used.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Closed {

    /** The annotation as a value, for programmatic use. */
    final class Literal extends AnnotationLiteral<Closed> implements Closed {

        /** The one. */
        public static final Literal INSTANCE = new Literal();

        private static final long serialVersionUID = 1L;

        private Literal() {}
    }
}
