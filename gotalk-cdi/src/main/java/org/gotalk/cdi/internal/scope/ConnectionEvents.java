package org.gotalk.cdi.internal.scope;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.time.Instant;
import org.gotalk.CloseReason;
import org.gotalk.Heartbeat;
import org.gotalk.Sock;
import org.gotalk.cdi.Closed;
import org.gotalk.cdi.Opened;

/** Notifies observers of the begin, the heartbeats and the end of connections. */
public final class ConnectionEvents {

    private final SockScopes scopes;
    private final MessageContexts contexts;
    private final Event<Sock> opened;
    private final Event<Sock> closed;
    private final Event<Heartbeat> heartbeat;

    /** Heartbeats are frequent; without observers no contexts are entered. */
    private final boolean isHeartbeatObserved;

    ConnectionEvents(BeanContainer container, SockScopes scopes, MessageContexts contexts) {
        this.scopes = scopes;
        this.contexts = contexts;
        this.opened = container.getEvent().select(Sock.class, Opened.Literal.INSTANCE);
        this.closed = container.getEvent().select(Sock.class, Closed.Literal.INSTANCE);
        this.heartbeat = container.getEvent().select(Heartbeat.class);
        this.isHeartbeatObserved = !container
                .resolveObserverMethods(new Heartbeat(0, Instant.EPOCH))
                .isEmpty();
    }

    /** Registers a connection and notifies the observers of {@link Opened}. */
    public void opened(Sock sock) {
        scopes.opened(sock);
        MessageContext context = contexts.enter(sock);
        try {
            opened.fire(sock);
        } finally {
            context.leave();
        }
    }

    /** Notifies the observers of {@link Heartbeat}. */
    public void heartbeat(Sock sock, Heartbeat received) {
        if (isHeartbeatObserved) {
            MessageContext context = contexts.enter(sock);
            try {
                heartbeat.fire(received);
            } finally {
                context.leave();
            }
        }
    }

    /** Notifies the observers of {@link Closed} and releases the connection. */
    public void closed(Sock sock, CloseReason reason) {
        scopes.closing(sock, reason);
        MessageContext context = contexts.enter(sock);
        try {
            try {
                closed.fire(sock);
            } finally {
                scopes.closed(sock);
            }
        } finally {
            context.leave();
        }
    }
}
