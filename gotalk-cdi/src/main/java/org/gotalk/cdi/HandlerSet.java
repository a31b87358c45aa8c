package org.gotalk.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A qualifier of beans whose operations and notifications are not for everybody, but for connections that are served by
 * the set of this name. Each set lies over the default set, which has the methods of all beans without this annotation:
 * where both have a name, the set's method serves.
 *
 * <pre>{@code
 * @ApplicationScoped
 * @HandlerSet("members")
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
 * <p>An injected {@link org.gotalk.Handlers} is the very set that serves: handlers can be added to it and removed from it
 * at run time. Without this annotation it is the default set. As with any qualifier, injecting a bean that has it takes
 * the same annotation at the injection point.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER})
public @interface HandlerSet {

    /** The set's name; not blank. */
    String value();

    /** The annotation as a value, for programmatic use. */
    final class Literal extends AnnotationLiteral<HandlerSet> implements HandlerSet {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** That of the set. */
        public static Literal of(String name) {
            return new Literal(name);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
