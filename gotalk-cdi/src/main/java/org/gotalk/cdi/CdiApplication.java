package org.gotalk.cdi;

import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.Sock;
import org.gotalk.net.Network;
import org.gotalk.net.NetworkApplication;
import org.jspecify.annotations.Nullable;

/**
 * The application whose operations and notifications are methods of CDI beans. Whatever carries connections finds it
 * with {@link java.util.ServiceLoader}; for a server of one's own:
 *
 * <pre>{@code
 * Engine engine = Engine.builder(new CdiApplication()).build();
 * }</pre>
 *
 * <p>It belongs to the CDI container that is current where {@link #handlers()} or {@link #handlers(String)} is called. Several may be used at once,
 * say by a WebSocket endpoint and a TCP server; {@link OpenSocks} has the connections of all.
 */
public final class CdiApplication implements NetworkApplication {

    private static final Logger LOG = System.getLogger(CdiApplication.class.getName());

    private volatile @Nullable ConnectionEvents events;
    private volatile @Nullable NetworkAccess network;

    /** Not bound to a container yet. */
    public CdiApplication() {}

    /**
     * The methods of beans marked {@link Operation} and {@link Notification}, but for those in a {@link HandlerSet}. Always
     * the same object for one container, which can also be injected.
     *
     * @throws IllegalStateException when there is no CDI container, or a method cannot be served; says which and why
     */
    @Override
    public Handlers handlers() {
        HandlerSets sets = bind();
        log("Gotalk", sets.standard());
        sets.forEachNamed((name, handlers) -> log("Gotalk, with handler set \"" + name + "\",", handlers));
        return sets.standard();
    }

    /**
     * The methods of beans in a {@link HandlerSet}, over those of {@link #handlers()}. The same object as the injected one.
     *
     * @throws IllegalStateException when no bean is in such a set; says which there are
     */
    @Override
    public Handlers handlers(String set) {
        return bind().named(set);
    }

    /** Those that are injected with {@link Remote}. */
    @Override
    public Set<String> remotes() {
        return bound(network).remotes();
    }

    /** From here on what is injected with {@link Remote} can be used, and the injected {@link org.gotalk.net.Gotalk}. */
    @Override
    public void start(Network newNetwork) {
        bound(network).start(newNetwork);
    }

    /** Tells the observers of {@link Opened}. */
    @Override
    public void opened(Sock sock) {
        bound(events).opened(sock);
    }

    /** Tells the observers of {@link Heartbeat}, for whom the injected Sock is the peer that it came from. */
    @Override
    public void heartbeat(Sock sock, Heartbeat heartbeat) {
        bound(events).heartbeat(sock, heartbeat);
    }

    /** Tells the observers of {@link Closed}, then lets go of the connection's {@link SockScoped} beans. */
    @Override
    public void closed(Sock sock, CloseReason reason) {
        bound(events).closed(sock, reason);
    }

    /** Belongs to the current container from here on. */
    private HandlerSets bind() {
        BeanContainer container = CDI.current().getBeanContainer();
        SockScopes scopes = container.createInstance().select(SockScopes.class).get();
        events = new ConnectionEvents(
                container,
                scopes,
                container.createInstance().select(MessageContexts.class).get());
        network = container.createInstance().select(NetworkAccess.class).get();
        return container.createInstance().select(HandlerSets.class).get();
    }

    private static void log(String who, Handlers handlers) {
        LOG.log(
                Level.INFO,
                "{0} serves operations {1} and notifications {2}",
                who,
                handlers.operations(),
                handlers.notifications());
    }

    private static <T> T bound(@Nullable T toContainer) {
        if (toContainer == null) {
            throw new IllegalStateException("handlers() has not been called yet, which binds this to a CDI container");
        }
        return toContainer;
    }
}
