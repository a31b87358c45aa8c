package org.gotalk.cdi;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/**
 * The injected view of all open connections of the application. Contains a connection from before the observers of
 * {@link Opened} to before the observers of {@link Closed}.
 *
 * <pre>{@code
 * @Inject OpenSocks openSocks;
 *
 * @Notification("chat message")
 * void said(Sock from, ChatMessage message) {
 *     openSocks.broadcast("chat message", message, peer -> peer != from);
 * }
 * }</pre>
 *
 * <p><b>Broadcasts</b> encode the value once and never block. They return the peers that missed the notification: the
 * outbound queue was full because the peer reads too slowly, or the connection has just closed. The caller may count
 * them, retry or close them. Broadcasts throw {@link IllegalArgumentException} if the value cannot be encoded or the
 * name is not allowed (see {@link Sock}).
 *
 * <p>Thread-safe.
 */
public interface OpenSocks extends Iterable<Sock> {

    /** The number of open connections. */
    int size();

    /** The connections open now, in no order. */
    Stream<Sock> stream();

    /**
     * The connections of one user: those whose {@link org.gotalk.Peer#principal()} has this name. Like this, it has what
     * is open when it is asked.
     *
     * <pre>{@code
     * openSocks.ofUser("ann").close(CloseReason.of(CloseReason.Code.SIGNED_OUT, "your account was closed"));
     * }</pre>
     */
    OpenSocks ofUser(String name);

    /** Closes the connections open now, each as {@link Sock#close(CloseReason)} does. */
    void close(CloseReason reason);

    /** Notifies all peers; returns those that missed it. */
    List<Sock> broadcast(String name, Object value);

    /** Notifies the peers that match; returns those that missed it. */
    List<Sock> broadcast(String name, Object value, Predicate<? super Sock> to);

    /** Notifies these peers, such as the members of a room; returns those that missed it. */
    List<Sock> broadcast(String name, Object value, Collection<? extends Sock> to);
}
