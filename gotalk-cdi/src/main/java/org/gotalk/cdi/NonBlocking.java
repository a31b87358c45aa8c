package org.gotalk.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an {@link Operation} or a {@link Notification} that is quick and never blocks on a lock, a database or a peer.
 * It is called on the thread that reads from the connection instead of the executor, which saves a thread switch;
 * results of requests that were read together are sent together.
 *
 * <p>Until the method returns, nothing else is read from this connection, nor from others that share the thread.
 * Blocking methods of {@link org.gotalk.Sock} throw {@link IllegalStateException} on this thread; their {@code …Async}
 * twins do not. The method may return a {@link java.util.concurrent.CompletionStage} that completes later. Requests
 * beyond the limits of the connection still run on the executor, and so do notifications behind one that is still
 * handled.
 *
 * <p>Operations with streams must not have this annotation; they fail the deployment.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NonBlocking {}
