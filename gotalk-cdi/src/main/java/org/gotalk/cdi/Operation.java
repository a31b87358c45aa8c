package org.gotalk.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a bean that handles requests.
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
 * <p><b>Parameters</b>, in any order: at most one value, the payload of the request; at most one {@link
 * org.gotalk.Sock}, the connection of the request; at most one {@link MessageName}; at most one {@link
 * org.gotalk.Cancellation}, which tells that the peer no longer waits. A {@code byte[]} is the raw payload; an {@link
 * java.util.Optional} is empty for an empty payload; other types are decoded by the connection's codec and are never
 * null. A method without a value ignores the payload.
 *
 * <p><b>Result</b>: a value, {@code void} for an empty payload, {@code byte[]} for a raw payload, or a {@link
 * java.util.concurrent.CompletionStage} of these.
 *
 * <p><b>Streams</b>: a method may take the request in parts, as {@link java.io.InputStream}, {@link
 * org.gotalk.StreamRequest} or {@link java.util.stream.Stream} of values. If it also takes a value, that is the first
 * part, and the stream has the others. The result is in parts if the method takes an {@link java.io.OutputStream} or
 * {@link org.gotalk.StreamResult}, which is closed when the method returns or its {@code CompletionStage<Void>}
 * completes; or if it returns a {@code Stream}, which is pulled and then closed, or a {@link
 * java.util.concurrent.Flow.Publisher}, from which elements are requested one by one. Each element is a part. Such
 * methods also handle requests with a single payload; a method with a value alone also handles requests in parts.
 *
 * <p><b>Exceptions</b>: {@link org.gotalk.OperationException}, {@link org.gotalk.RetryLater} and {@link
 * org.gotalk.PayloadException} are sent to the peer. Others are logged with an id, and only the id is sent.
 *
 * <p>The method may be inherited, and public, protected or package-private. It is called through the bean's contextual
 * reference, on the connection's executor, for many requests at once. The request context and the context of {@link
 * SockScoped} are active until it returns, or until its returned stream has been pulled.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {

    /** The name of the operation, 1 to 4095 bytes of UTF-8; empty for the method's name. */
    String value() default "";

    /**
     * Whether the method handles all requests that no other method of its {@link HandlerSet} handles, except names that
     * begin with {@code $gotalk/}. A fallback has no name; a {@link MessageName} parameter takes the one sent.
     */
    boolean fallback() default false;
}
