package org.gotalk.jakarta;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.gotalk.jakarta.internal.config.Settings;
import org.gotalk.jakarta.internal.websocket.HandshakeGate;
import org.jspecify.annotations.Nullable;

/** Starts and stops Gotalk with the web application. */
final class GotalkListener implements ServletContextListener {

    private final Settings settings;
    private final HandshakeGate gate;
    private final DeclaredEndpoints endpoints;
    private @Nullable RunningGotalk running; // used by the deploying thread, then by the undeploying one

    GotalkListener(Settings settings, HandshakeGate gate, DeclaredEndpoints endpoints) {
        this.settings = settings;
        this.gate = gate;
        this.endpoints = endpoints;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        running = RunningGotalk.start(event.getServletContext(), settings, gate, endpoints);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (running != null) {
            running.stop();
            running = null;
        }
    }
}
