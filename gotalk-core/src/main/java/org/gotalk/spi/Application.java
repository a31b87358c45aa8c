package org.gotalk.spi;

import java.util.Optional;
import java.util.Set;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.PayloadCodec;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;

/**
 * The handlers behind connections, and callbacks for the beginning and end of each. Connects what carries connections
 * (a Jakarta WebSocket endpoint, a TCP server) with what serves them (CDI beans, plain handlers). Containers find it
 * with {@link java.util.ServiceLoader}.
 *
 * <p>Callbacks for one connection run on its executor, one at a time, in this order: {@link #opened}, then
 * notifications and heartbeats, then {@link #closed}. No request is handled before {@code opened} has returned.
 */
public interface Application {

    /** The handlers for all connections. Called once, at start. */
    Handlers handlers();

    /**
     * The handlers of a named set, for endpoints and peers that are served by it. Called once for each name, at start.
     *
     * @throws IllegalStateException if there is no such set; the message names it
     */
    default Handlers handlers(String set) {
        throw new IllegalStateException(
                "there is no handler set \"" + set + "\": " + getClass().getName() + " has only the default set");
    }

    /** Authenticates peers that sign in with a token; by default empty, so that none can. Called for each sign-in. */
    default Optional<TokenAuthenticator> authenticator() {
        return Optional.empty();
    }

    /**
     * The names of the roles that handlers require. Containers that know the roles of a user only during the handshake
     * store these for {@link org.gotalk.Peer#isInRole}. Called at start, after {@link #handlers()}.
     */
    default Set<String> roles() {
        return Set.of();
    }

    /**
     * The codec of all connections. Called once, at start, unless the container was given another.
     *
     * @return the codec; empty for {@link PayloadCodec#fromClassPath()}
     */
    default Optional<PayloadCodec> codec() {
        return Optional.empty();
    }

    /**
     * What looks after the credentials of peers; none by default. Called for each connection, once the handlers have been
     * asked for.
     */
    default Optional<CredentialCheck> credentials() {
        return Optional.empty();
    }

    /**
     * The handler of an operation whose name begins with {@code $gotalk/} and that the engine does not serve itself: what
     * extends the protocol, whatever the handlers of the peer. None by default. Called for each such request, on the
     * reading thread.
     */
    default Optional<RequestHandler> reserved(String operation) {
        return Optional.empty();
    }

    /**
     * Creates an object of an endpoint class of the application, with all that is to be injected into it; by default by its
     * public constructor without parameters. Called for each connection of such an endpoint.
     *
     * @throws IllegalArgumentException if it cannot be created; the connection is closed then
     */
    default <T> ManagedObject<T> create(Class<T> endpoint) {
        try {
            return new ManagedObject<>(endpoint.getConstructor().newInstance(), () -> {});
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "cannot create a " + endpoint.getName()
                            + ": it must be public, with a public constructor without parameters that does not fail",
                    e);
        }
    }

    /**
     * The handshake with a peer is done. {@link Sock#serve} may choose its handlers here: messages that arrived
     * meanwhile wait until this returns.
     *
     * <p>While this waits for the peer to answer a request, the peer may have to request something first. If {@code
     * serve} was called before, be it with the handlers in force, the peer's requests are served from then on.
     * Otherwise they wait for at most {@link org.gotalk.Limits#readPause()} and are then refused for the time being.
     */
    default void opened(Sock sock) {}

    /**
     * The peer is another user from now on: it has signed in, or {@link Sock#identify} was called. On the thread that did
     * it, also before {@link #opened}; must not wait.
     */
    default void identified(Sock sock) {}

    /** The peer sent a heartbeat. If several arrive while this runs, only the last is delivered. */
    default void heartbeat(Sock sock, Heartbeat heartbeat) {}

    /** An opened connection has closed. Requests may still run. */
    default void closed(Sock sock, CloseReason reason) {}
}
