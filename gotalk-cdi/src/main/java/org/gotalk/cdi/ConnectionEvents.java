package org.gotalk.cdi;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanContainer;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/** Tells beans when connections begin and end. */
final class ConnectionEvents {

    private final SockScopes scopes;
    private final MessageContexts contexts;
    private final Event<Sock> opened;
    private final Event<Sock> closed;

    ConnectionEvents(BeanContainer container, SockScopes scopes, MessageContexts contexts) {
        this.scopes = scopes;
        this.contexts = contexts;
        this.opened = container.getEvent().select(Sock.class, Opened.Literal.INSTANCE);
        this.closed = container.getEvent().select(Sock.class, Closed.Literal.INSTANCE);
    }

    void opened(Sock sock) {
        scopes.opened(sock);
        contexts.run(sock, () -> opened.fire(sock));
    }

    void closed(Sock sock, CloseReason reason) {
        scopes.closing(sock, reason);
        contexts.run(sock, () -> {
            try {
                closed.fire(sock);
            } finally {
                scopes.closed(sock);
            }
        });
    }
}
