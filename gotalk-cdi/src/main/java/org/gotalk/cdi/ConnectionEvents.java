package org.gotalk.cdi;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.time.Instant;
import org.gotalk.CloseReason;
import org.gotalk.Heartbeat;
import org.gotalk.Sock;

/** Tells beans when connections begin and end, and of the signs of life between. */
final class ConnectionEvents {

    private final SockScopes scopes;
    private final MessageContexts contexts;
    private final Event<Sock> opened;
    private final Event<Sock> closed;
    private final Event<Heartbeat> heartbeat;

    /** Heartbeats come all the time; contexts are not worth it where nobody looks. */
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

    void opened(Sock sock) {
        scopes.opened(sock);
        MessageContext context = contexts.enter(sock);
        try {
            opened.fire(sock);
        } finally {
            context.leave();
        }
    }

    void heartbeat(Sock sock, Heartbeat sign) {
        if (isHeartbeatObserved) {
            MessageContext context = contexts.enter(sock);
            try {
                heartbeat.fire(sign);
            } finally {
                context.leave();
            }
        }
    }

    void closed(Sock sock, CloseReason reason) {
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
