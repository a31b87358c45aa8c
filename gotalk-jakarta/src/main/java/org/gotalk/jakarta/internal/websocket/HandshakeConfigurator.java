package org.gotalk.jakarta.internal.websocket;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.gotalk.internal.transport.WebSocketTransport;

/**
 * Gotalk's part in the container's handshake. Collects the information about the peer, because the request is no longer
 * available when the session opens.
 */
final class HandshakeConfigurator extends ServerEndpointConfig.Configurator {

    /** The user property with the {@link HandshakePeer}. */
    private static final String CALLER = HandshakePeer.class.getName();

    private final HandshakeGate gate;
    private final CallerCapture callers;
    private final Supplier<Endpoint> endpoints;

    /**
     * Handles the handshakes of one endpoint.
     *
     * @param callers captures the user of a handshake
     */
    HandshakeConfigurator(HandshakeGate gate, CallerCapture callers, Supplier<Endpoint> endpoints) {
        this.gate = gate;
        this.callers = callers;
        this.endpoints = endpoints;
    }

    /** The gate has checked the origin against the request. A handshake that bypassed the gate is refused. */
    @Override
    public boolean checkOrigin(String origin) {
        return gate.admission().isPresent();
    }

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return requested.contains(WebSocketTransport.SUBPROTOCOL) ? WebSocketTransport.SUBPROTOCOL : "";
    }

    /** None: compression takes 2.6 times the CPU for small messages, and keeps a window for each connection. */
    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return List.of();
    }

    /** In WebSocket 2.1 the user properties belong to one connection, so peers cannot be confused. */
    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().put(CALLER, callers.take(request, gate.admission()));
    }

    /** Removes and returns the peer of an opening session. Containers may retain user properties after the session. */
    static HandshakePeer takeCaller(EndpointConfig config) {
        return (HandshakePeer) Objects.requireNonNull(config.getUserProperties().remove(CALLER));
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(endpoints.get());
    }
}
