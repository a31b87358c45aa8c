package org.gotalk.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean's method that takes notifications of peers.
 *
 * <pre>{@code
 * @Notification("chat message")
 * public void said(Sock peer, ChatMessage message) { … }
 * }</pre>
 *
 * <p>Its parameters are those of an {@link Operation}; it returns nothing. The notifications of one peer come one after
 * the other, in the order in which they were sent. What the method throws is logged; the peer does not get to know.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Notification {

    /** The notification's name, 1 to 4095 bytes of UTF-8; left empty, it is the method's name. */
    String value() default "";

    /**
     * Whether this takes what no other method of its {@link HandlerSet} takes, and has no name then; a {@link MessageName}
     * parameter tells which came. Names that begin with {@code $gotalk/} do not come here.
     */
    boolean fallback() default false;
}
