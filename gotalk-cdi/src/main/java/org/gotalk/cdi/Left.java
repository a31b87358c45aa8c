package org.gotalk.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Qualifies the event that a peer of this server has left a room, or that its connection has closed: a {@link
 * org.gotalk.reach.Member}.
 *
 * <pre>{@code
 * void left(@Observes @Left Member member) {
 *     rooms.of(member.room()).notify("gone", member.id());
 * }
 * }</pre>
 *
 * <p>The injected Sock is that of the member, whose {@link SockScoped} beans are usable. Observers run on the thread that
 * made it leave; if the connection has closed, on its executor, before the observers of {@link Closed}, or, if the peer
 * could have come back to its session, when it has stayed away for too long. The member is none any more. Each {@link Joined} is followed by one of these, unless the server stops before. What an observer throws
 * is logged.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Left {

    /** The annotation as a value, for programmatic use. */
    final class Literal extends AnnotationLiteral<Left> implements Left {

        /** The only instance. */
        public static final Literal INSTANCE = new Literal();

        private static final long serialVersionUID = 1L;

        private Literal() {}
    }
}
