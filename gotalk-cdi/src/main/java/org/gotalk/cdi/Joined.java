package org.gotalk.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Qualifies the event that a peer of this server has joined a room: a {@link org.gotalk.reach.Member}.
 *
 * <pre>{@code
 * void joined(@Observes @Joined Member member) {
 *     rooms.of(member.room()).except(sock).notify("arrived", member.id());
 * }
 * }</pre>
 *
 * <p>The injected Sock is that of the member, whose {@link SockScoped} beans are usable. Observers run on the thread that
 * made it join, which waits for them: the member is one already, and gets the messages of the room. A peer that joins a
 * room twice is told of once. What an observer throws is logged.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Joined {

    /** The annotation as a value, for programmatic use. */
    final class Literal extends AnnotationLiteral<Joined> implements Joined {

        /** The only instance. */
        public static final Literal INSTANCE = new Literal();

        private static final long serialVersionUID = 1L;

        private Literal() {}
    }
}
