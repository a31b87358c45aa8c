package org.gotalk.cdi;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope of a connection: each {@link org.gotalk.Sock} has an instance of the bean.
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
 * {@link Opened}, {@link org.gotalk.Heartbeat} and {@link Closed} run; not in stages of a {@code CompletionStage} that
 * run after the method has returned. Requests of one connection run concurrently, so these beans must be thread-safe.
 *
 * <p>Instances are created on first use. They are destroyed after the observers of {@link Closed} and the last call of
 * the connection have returned, or with the application.
 */
@Documented
@Inherited
@NormalScope
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface SockScoped {}
