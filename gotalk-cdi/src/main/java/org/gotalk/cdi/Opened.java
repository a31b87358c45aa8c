package org.gotalk.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Qualifies the event that a connection is open: after its handshake, before its first message.
 *
 * <pre>{@code
 * void joined(@Observes @Opened Sock newcomer) {
 *     newcomer.tryNotify("welcome", new Welcome());
 * }
 * }</pre>
 *
 * <p>Observers run on the connection's executor; messages wait until they return. {@link OpenSocks} already contains
 * the connection. It may have ended again: {@code tryNotify} then returns false, {@code notify} throws.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Opened {

    /** The annotation as a value, for programmatic use. */
    final class Literal extends AnnotationLiteral<Opened> implements Opened {

        /** The only instance. */
        public static final Literal INSTANCE = new Literal();

        private static final long serialVersionUID = 1L;

        private Literal() {}
    }
}
