package org.gotalk.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a bean that handles notifications.
 *
 * <pre>{@code
 * @Notification("chat message")
 * public void said(Sock peer, ChatMessage message) { … }
 * }</pre>
 *
 * <p>Parameters are those of an {@link Operation} without streams and {@link org.gotalk.Cancellation}; the method
 * returns {@code void}. The notifications of one peer are handled one by one, in the order sent. Exceptions are logged
 * and not sent to the peer.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Notification {

    /** The name of the notification, 1 to 4095 bytes of UTF-8; empty for the method's name. */
    String value() default "";

    /**
     * Whether the method handles all notifications that no other method of its {@link HandlerSet} handles, except names
     * that begin with {@code $gotalk/}. A fallback has no name; a {@link MessageName} parameter takes the one sent.
     */
    boolean fallback() default false;
}
