package org.gotalk.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A connection to a peer that the configuration knows by a name. It is made when the application starts, is made again
 * when it is lost, and ends with the application: a {@link org.gotalk.net.ReconnectingSock}, which can be injected as that
 * or as a {@link org.gotalk.Sock}, into beans of all scopes.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Quotes {
 *     @Inject @Remote("stock") Sock stock;             // gotalk.client.stock.address says where that is
 *
 *     public Quote of(String symbol) { return stock.request("quote", symbol, Quote.class); }
 * }
 * }</pre>
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Remote {

    /** The peer's name in the configuration: letters, digits, {@code -} and {@code _}. */
    String value();

    /** The annotation as a value, for programmatic use. */
    final class Literal extends AnnotationLiteral<Remote> implements Remote {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** That of the peer. */
        public static Literal of(String name) {
            return new Literal(name);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
