package org.gotalk.jakarta.internal.websocket;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.gotalk.internal.transport.WebSocketTransport;

/**
 * Gotalk's part in the container's handshake. What is known of the peer is collected now: the request is gone when the
 * session opens.
 */
final class Handshake extends ServerEndpointConfig.Configurator {

    /** The user property that carries the {@link HandshakePeer}. */
    private static final String CALLER = HandshakePeer.class.getName();

    private final HandshakeGate gate;
    private final CallerCapture callers;
    private final Supplier<Endpoint> endpoints;

    /**
     * The handshakes of one endpoint.
     *
     * @param callers takes who makes them
     */
    Handshake(HandshakeGate gate, CallerCapture callers, Supplier<Endpoint> endpoints) {
        this.gate = gate;
        this.callers = callers;
        this.endpoints = endpoints;
    }

    /** The gate has compared the origin with the request. A handshake that did not come through it is not trusted. */
    @Override
    public boolean checkOrigin(String origin) {
        return gate.admitted().isPresent();
    }

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return requested.contains(WebSocketTransport.SUBPROTOCOL) ? WebSocketTransport.SUBPROTOCOL : "";
    }

    /** The user properties here are those of one connection alone, as WebSocket 2.1 has it: nobody is taken for another. */
    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties()
                .put(CALLER, callers.take(request, gate.admitted().orElse("unknown")));
    }

    /** Who made the handshake of a session that opens. Containers may keep what is left there for longer than it is open. */
    static HandshakePeer takeCaller(EndpointConfig config) {
        return (HandshakePeer) Objects.requireNonNull(config.getUserProperties().remove(CALLER));
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(endpoints.get());
    }
}
