package org.gotalk.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean's method that answers requests of peers.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Greeter {
 *
 *     @Operation
 *     public Greeting greet(@Valid Person who) {
 *         return new Greeting("Hello " + who.name());
 *     }
 *
 *     @Operation("join room")
 *     CompletionStage<List<String>> join(Sock peer, String room) { … }
 * }
 * }</pre>
 *
 * <p><b>Parameters</b>: at most one value, which is the request's payload, and at most one {@link org.gotalk.Sock},
 * which is the connection that the request came from; in either order. {@code byte[]} is the payload as it is; an
 * {@link java.util.Optional} is empty for a request without payload; every other type is decoded by the connection's
 * codec, and is never null. A method without a value parameter takes any payload and ignores it. A {@link MessageName}
 * parameter takes the name.
 *
 * <p><b>Result</b>: a value, {@code void} for an empty payload, {@code byte[]} for a payload as it is, or a {@link
 * java.util.concurrent.CompletionStage} of these.
 *
 * <p><b>Streams</b>: in place of the value a method may take the request in parts, as {@link java.io.InputStream}, {@link
 * org.gotalk.StreamRequest} or {@link java.util.stream.Stream} of values. It answers in parts if it takes an {@link
 * java.io.OutputStream} or {@link org.gotalk.StreamResult}, which end when it returns or its {@code CompletionStage<Void>}
 * is complete, or if it returns a {@code Stream}, which is pulled as there is room and then closed, or a {@link
 * java.util.concurrent.Flow.Publisher}, which is asked for one element at a time. Each element is a part. Such methods answer
 * requests that come as a whole, too; a value beside parts of the answer is gathered where it comes in parts.
 *
 * <p><b>Exceptions</b>: {@link org.gotalk.OperationException}, {@link org.gotalk.RetryLater} and {@link
 * org.gotalk.PayloadException} reach the peer. Anything else is logged with an id, which is all that the peer reads.
 *
 * <p>The method may be inherited, and may be public, protected or package-private. It is called through the bean's
 * contextual reference, on the connection's executor, for many requests at once; the request context and the context of
 * {@link SockScoped} are active until it returns, or until the stream that it returns has been pulled.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {

    /** The operation's name, 1 to 4095 bytes of UTF-8; left empty, it is the method's name. */
    String value() default "";

    /**
     * Whether this takes what no other method of its {@link HandlerSet} takes, and has no name then; a {@link MessageName}
     * parameter tells which came. Names that begin with {@code $gotalk/} do not come here.
     */
    boolean fallback() default false;
}
