package org.gotalk.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the operations and notifications of a bean into a named set, for connections that are served by this set. All
 * other beans are in the default set. A named set stands alone: its connections are offered nothing else, unless one of
 * its beans says {@link #overDefault()}.
 *
 * <pre>{@code
 * @ApplicationScoped
 * @HandlerSet(value = "members", overDefault = true)
 * public class Archive {
 *     @Operation
 *     public List<Document> documents() { … }
 * }
 *
 * @ApplicationScoped
 * public class Door {
 *     @Inject @HandlerSet("members") Handlers members;
 *
 *     @Operation
 *     public void signIn(Sock peer, @Valid Credentials credentials) {
 *         check(credentials);
 *         peer.serve(members);
 *     }
 * }
 * }</pre>
 *
 * <p>Injected {@link org.gotalk.Handlers} are the set itself, so handlers can be added and removed at run time; without
 * this annotation they are the default set. This is a qualifier: to inject a bean that has it, the injection point
 * needs it too.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER})
public @interface HandlerSet {

    /** The name of the set; not blank. */
    String value();

    /**
     * Whether the set extends the default one: if both have a method for a name, the named set's method is called. Holds
     * for the set if one of its beans says so. No part of the qualifier; without meaning at injection points.
     */
    @Nonbinding
    boolean overDefault() default false;

    /**
     * Whether the set serves only peers that have signed in, also with handlers that are added at run time and with
     * those of the default set beneath. Holds for the set if one of its beans says so. No part of the qualifier; without
     * meaning at injection points.
     */
    @Nonbinding
    boolean authenticated() default false;

    /** The annotation as a value, for programmatic use. */
    final class Literal extends AnnotationLiteral<HandlerSet> implements HandlerSet {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** The annotation with this name. */
        public static Literal of(String name) {
            return new Literal(name);
        }

        @Override
        public String value() {
            return value;
        }

        @Override
        public boolean overDefault() {
            return false;
        }

        @Override
        public boolean authenticated() {
            return false;
        }
    }
}
