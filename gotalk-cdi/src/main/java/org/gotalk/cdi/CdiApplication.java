package org.gotalk.cdi;

import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.gotalk.Application;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.jspecify.annotations.Nullable;

/**
 * The application whose operations and notifications are methods of CDI beans. Whatever carries connections finds it
 * with {@link java.util.ServiceLoader}; for a server of one's own:
 *
 * <pre>{@code
 * Engine engine = Engine.builder(new CdiApplication()).build();
 * }</pre>
 *
 * <p>It belongs to the CDI container that is current where {@link #handlers()} is called. Several may be used at once,
 * say by a WebSocket endpoint and a TCP server; {@link OpenSocks} has the connections of all.
 */
public final class CdiApplication implements Application {

    private static final Logger LOG = System.getLogger(CdiApplication.class.getName());

    private volatile @Nullable ConnectionEvents events;

    /** Not bound to a container yet. */
    public CdiApplication() {}

    /**
     * The methods of beans marked {@link Operation} and {@link Notification}.
     *
     * @throws IllegalStateException when there is no CDI container, or a method cannot be served; says which and why
     */
    @Override
    public Handlers handlers() {
        BeanContainer container = CDI.current().getBeanContainer();
        SockScopes scopes = container.createInstance().select(SockScopes.class).get();
        MessageContexts contexts = new MessageContexts(scopes, new RequestContexts(container));
        events = new ConnectionEvents(container, scopes, contexts);
        Handlers handlers = new Wiring(container, contexts).handlers();
        LOG.log(
                Level.INFO,
                "Gotalk serves operations {0} and notifications {1}",
                handlers.operations(),
                handlers.notifications());
        return handlers;
    }

    /** Tells the observers of {@link Opened}. */
    @Override
    public void opened(Sock sock) {
        events().opened(sock);
    }

    /** Tells the observers of {@link Closed}, then lets go of the connection's {@link SockScoped} beans. */
    @Override
    public void closed(Sock sock, CloseReason reason) {
        events().closed(sock, reason);
    }

    private ConnectionEvents events() {
        ConnectionEvents bound = events;
        if (bound == null) {
            throw new IllegalStateException("handlers() has not been called yet, which binds this to a CDI container");
        }
        return bound;
    }
}
