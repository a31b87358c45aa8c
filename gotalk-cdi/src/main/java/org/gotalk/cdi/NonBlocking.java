package org.gotalk.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Operation} or a {@link Notification} that is quick and never waits, for a lock, a database or a peer. It is
 * called on the thread that reads from the connection instead of the executor, which spares a change of threads; the
 * answers to all such requests that came together go out together.
 *
 * <p>Until it returns, nothing else is read on that connection, nor on others that share the thread. Calls of {@link
 * org.gotalk.Sock} that wait throw {@link IllegalStateException} there; their {@code …Async} forms do not. It may return
 * a {@link java.util.concurrent.CompletionStage} that completes later. Requests past the limits of the connection run on
 * the executor like any others, and so do notifications behind one that is still being handled.
 *
 * <p>For operations that take and answer a payload as a whole, and for notifications; operations in parts fail the
 * deployment.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NonBlocking {}
