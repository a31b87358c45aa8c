package org.gotalk.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import java.util.Set;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.PayloadCodec;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.net.Network;
import org.gotalk.net.NetworkApplication;
import org.gotalk.reach.Member;
import org.gotalk.reach.Reach;
import org.gotalk.reach.ReachApplication;
import org.gotalk.reach.Resumed;
import org.gotalk.reach.RoomAuthorizer;
import org.gotalk.reach.RoomHistory;
import org.gotalk.spi.Application;
import org.gotalk.spi.CredentialCheck;
import org.gotalk.spi.ManagedObject;
import org.gotalk.spi.TokenAuthenticator;
import org.jspecify.annotations.Nullable;

/**
 * The application whose operations and notifications are methods of CDI beans. Containers find it with {@link
 * java.util.ServiceLoader}; a server without a container creates it:
 *
 * <pre>{@code
 * Gotalk gotalk = Gotalk.builder().application(new CdiApplication()).build();
 * }</pre>
 *
 * <p>{@link #handlers()}, {@link #handlers(String)} and {@link #codec()} bind it to the current CDI container; all other
 * methods throw {@link IllegalStateException} before. One container may have several, such as one for a WebSocket
 * endpoint and one for a TCP server; {@link OpenSocks} has the connections of all.
 *
 * <p>Beans have rooms: those that {@link #start(Reach)} gives, as servers do; otherwise rooms of their own in memory, which
 * all such applications of the container share.
 */
public final class CdiApplication implements NetworkApplication, ReachApplication {

    private volatile @Nullable NetworkApplication bound;

    /** The same with rooms, unless a server has put rooms around this. */
    private volatile @Nullable Application connected;

    private volatile boolean isWithinRooms;

    /** Creates an application that is not bound to a container. */
    public CdiApplication() {}

    /**
     * The methods marked {@link Operation} and {@link Notification} of all beans that are in no {@link HandlerSet}. The
     * same object as the injected {@link Handlers}.
     *
     * @throws IllegalStateException if there is no CDI container, or a method cannot be served; the message says why
     */
    @Override
    public Handlers handlers() {
        NetworkApplication beans = bind();
        connected = isWithinRooms ? beans : reach().around(beans);
        return beans.handlers();
    }

    /**
     * The methods of the beans in a {@link HandlerSet}, alone or over those of {@link #handlers()}. The same object as
     * the injected {@link Handlers} of this set.
     *
     * @throws IllegalStateException if no bean is in this set; the message lists the sets
     */
    @Override
    public Handlers handlers(String set) {
        return bind().handlers(set);
    }

    /** The bean of type {@link TokenAuthenticator}, if there is one. */
    @Override
    public Optional<TokenAuthenticator> authenticator() {
        return bound().authenticator();
    }

    /** The roles in {@code @RolesAllowed} of the methods, and in {@code @DeclareRoles} of beans. */
    @Override
    public Set<String> roles() {
        return bound().roles();
    }

    /**
     * The codec that is a bean of the application: a {@link PayloadCodec}, or else JSON with the {@code
     * jakarta.json.bind.JsonbConfig} that is a bean; empty if neither is.
     *
     * @throws IllegalStateException if there is no CDI container
     */
    @Override
    public Optional<PayloadCodec> codec() {
        return bind().codec();
    }

    /** The names of all injected {@link Remote} peers. */
    @Override
    public Set<String> remotes() {
        return bound().remotes();
    }

    /** Makes the injected {@link Remote} peers and the injected {@link org.gotalk.net.Gotalk} usable. */
    @Override
    public void start(Network network) {
        bound().start(network);
    }

    /** Makes the injected {@link org.gotalk.reach.Rooms} and {@link org.gotalk.reach.Users} usable. */
    @Override
    public void start(Reach reach) {
        isWithinRooms = true;
        rooms(bind()).start(reach);
    }

    /** The bean of type {@link RoomAuthorizer}; nobody if there is none. */
    @Override
    public RoomAuthorizer authorizer() {
        return rooms(bound()).authorizer();
    }

    /** The bean of type {@link RoomHistory}, if there is one. */
    @Override
    public Optional<RoomHistory> history() {
        return rooms(bound()).history();
    }

    /** Notifies the observers of {@link Joined}. */
    @Override
    public void joined(Sock peer, Member member) {
        rooms(bound()).joined(peer, member);
    }

    /** Notifies the observers of {@link Left}. */
    @Override
    public void left(Sock peer, Member member) {
        rooms(bound()).left(peer, member);
    }

    /** Notifies the observers of {@link Resumed}. */
    @Override
    public void resumed(Resumed resumed) {
        rooms(bound()).resumed(resumed);
    }

    /** The application's bean that implements {@link CredentialCheck}, if it has one. */
    @Override
    public Optional<CredentialCheck> credentials() {
        return bound().credentials();
    }

    /** Has the container inject into the object, and destroy it. It is no bean: its scope has no meaning. */
    @Override
    public <T> ManagedObject<T> create(Class<T> endpoint) {
        return bound().create(endpoint);
    }

    /** Notifies the observers of {@link Opened}. */
    @Override
    public void opened(Sock sock) {
        connected().opened(sock);
    }

    @Override
    public void identified(Sock sock) {
        connected().identified(sock);
    }

    /** The operations by which peers join and leave rooms. */
    @Override
    public Optional<RequestHandler> reserved(String operation) {
        return connected().reserved(operation);
    }

    /** Notifies the observers of {@link Heartbeat}; the injected Sock is its sender. */
    @Override
    public void heartbeat(Sock sock, Heartbeat heartbeat) {
        bound().heartbeat(sock, heartbeat);
    }

    /** Notifies the observers of {@link Closed}, then releases the connection's {@link SockScoped} beans. */
    @Override
    public void closed(Sock sock, CloseReason reason) {
        connected().closed(sock, reason);
    }

    /** Finds the implementation as a bean, so that this package uses no internal one. */
    private NetworkApplication bind() {
        Instance<NetworkApplication> found =
                CDI.current().getBeanContainer().createInstance().select(NetworkApplication.class);
        if (found.isUnsatisfied()) {
            throw new IllegalStateException(
                    "the CDI container has not run Gotalk's extension for this module: Open Liberty"
                            + " runs it for one web module of an EAR; deploy this one as an application of its own, or see"
                            + " docs/packaging.md");
        }
        NetworkApplication beans = found.get();
        bound = beans;
        return beans;
    }

    private static Reach reach() {
        return CDI.current().select(Reach.class).get();
    }

    private static ReachApplication rooms(NetworkApplication beans) {
        return (ReachApplication) beans;
    }

    private Application connected() {
        Application application = connected;
        return application == null ? bound() : application;
    }

    private NetworkApplication bound() {
        NetworkApplication beans = bound;
        if (beans == null) {
            throw new IllegalStateException("CdiApplication is not bound to a CDI container; call handlers() first");
        }
        return beans;
    }
}
