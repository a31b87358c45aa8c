package org.gotalk.cdi;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gotalk.Sock;

/**
 * All live connections of the application, from the time before {@link Opened} is told to the time before {@link
 * Closed} is. To be injected.
 *
 * <pre>{@code
 * @Inject OpenSocks everybody;
 *
 * @Notification("chat message")
 * void said(Sock from, ChatMessage message) {
 *     everybody.broadcast("chat message", message, peer -> peer != from);
 * }
 * }</pre>
 *
 * <p><b>Broadcasts</b> encode their value once and never wait: a peer whose outbound queue is full, because it reads too
 * slowly, misses the notification, and so does one whose connection has just ended. They are returned, so that the
 * caller can count, retry or close them. A value that cannot be encoded, and a name that is not allowed (see {@link
 * Sock}), are an {@link IllegalArgumentException}.
 *
 * <p>May be used from any thread.
 */
public interface OpenSocks extends Iterable<Sock> {

    /** How many there are now. */
    int size();

    /** Those that there are now, in no order. */
    Stream<Sock> stream();

    /** Notifies all of them, and returns those that missed it. */
    List<Sock> broadcast(String name, Object value);

    /** Notifies those that are chosen, and returns those of them that missed it. */
    List<Sock> broadcast(String name, Object value, Predicate<? super Sock> to);

    /** Notifies the peers given, such as the members of a room, and returns those of them that missed it. */
    List<Sock> broadcast(String name, Object value, Collection<? extends Sock> to);
}
