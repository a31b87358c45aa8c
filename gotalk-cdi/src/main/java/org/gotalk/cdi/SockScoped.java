package org.gotalk.cdi;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope of beans that live as long as a connection: each {@link org.gotalk.Sock} has an instance of its own.
 *
 * <pre>{@code
 * @SockScoped
 * public class Guest {
 *     private volatile String name = "somebody";
 *
 *     @Operation
 *     public void rename(String newName) { name = newName; }
 * }
 * }</pre>
 *
 * <p>The context is active while a method marked {@link Operation} or {@link Notification} runs, and while observers of
 * {@link Opened} and {@link Closed} are told; nowhere else, and so not in what a {@code CompletionStage} does after the
 * method returned. Requests of one connection run at once: such a bean must be safe for use by many threads.
 *
 * <p>Instances are made when they are first used. They are destroyed after the observers of {@link Closed} were told
 * and the last call of the connection has returned, and with the application.
 */
@Documented
@Inherited
@NormalScope
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface SockScoped {}
