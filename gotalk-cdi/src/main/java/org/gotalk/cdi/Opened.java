package org.gotalk.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A connection has begun: its handshake is done, and none of its messages has been handled yet.
 *
 * <pre>{@code
 * void joined(@Observes @Opened Sock newcomer) {
 *     newcomer.notify("welcome", new Welcome());
 * }
 * }</pre>
 *
 * <p>Observers are told on the connection's executor; its messages wait until they are done. {@link OpenSocks} has the
 * connection already.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Opened {

    /** The annotation as a value, for programmatic use. */
    final class Literal extends AnnotationLiteral<Opened> implements Opened {

        /** The one. */
        public static final Literal INSTANCE = new Literal();

        private static final long serialVersionUID = 1L;

        private Literal() {}
    }
}
