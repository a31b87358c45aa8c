package org.gotalk.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Qualifies an injected connection to a peer that is named in the configuration. The connection opens when the
 * application starts, reconnects when lost, and closes with the application. Its type is {@link
 * org.gotalk.net.ReconnectingSock} or {@link org.gotalk.Sock}; beans of all scopes may inject it.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Quotes {
 *     @Inject @Remote("stock") Sock stock;             // at the address gotalk.client.stock.address
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

    /** The name of the peer in the configuration: letters, digits, {@code -} and {@code _}. */
    String value();

    /** The annotation as a value, for programmatic use. */
    final class Literal extends AnnotationLiteral<Remote> implements Remote {

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
    }
}
