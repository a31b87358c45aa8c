package org.gotalk.jakarta.internal.signin;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;

/** Hears of the container's HTTP sessions: when they end, and when they get another id. */
public final class SessionEnds implements HttpSessionListener, HttpSessionIdListener {

    private final SessionConnections connections;

    /** A listener that ends these connections. */
    public SessionEnds(SessionConnections connections) {
        this.connections = connections;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        connections.ended(event.getSession());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        connections.renamed(oldId, event.getSession().getId());
    }
}
